package extrablatt.storage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that are written together: each once, whatever wants it. */
final class Transaction {
  private static final int MOST_ITEMS = 100;

  /** DynamoDB allows 4 MB; the rest is for what is not counted here, such as expressions. */
  private static final long MOST_BYTES = 3_500_000;

  /** DynamoDB allows 400 KB. */
  private static final long LARGEST_ITEM = 390_000;

  private final Map<Key, Write> writes = new LinkedHashMap<>();

  /** A row that is deleted for one reason and written for another is written. */
  void add(Write write) {
    var other = writes.putIfAbsent(write.key(), write);
    if (other == null || write instanceof Write.Delete) return;
    if (other instanceof Write.Check) {
      writes.put(write.key(), write);
      return;
    }
    if (!(other instanceof Write.Delete))
      throw new IllegalArgumentException("two changes of one row: " + write.key());
    writes.put(write.key(), write);
  }

  /** A check of a row that is written anyway, on a condition of its own, is left out. */
  void addIfAlone(Write.Check check) {
    writes.putIfAbsent(check.key(), check);
  }

  void addAll(Collection<? extends Write> several) {
    several.forEach(this::add);
  }

  List<Write> writes() {
    return List.copyOf(writes.values());
  }

  void requireFits() {
    if (!fits()) throw new IllegalArgumentException("more than one transaction can hold");
  }

  boolean fits() {
    long bytes = 0;
    for (var write : writes.values()) {
      long size = write.size();
      if (size > LARGEST_ITEM) return false;
      bytes += size;
    }
    return writes.size() <= MOST_ITEMS && bytes <= MOST_BYTES;
  }
}
