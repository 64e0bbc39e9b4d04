package extrablatt.benchmarks.liveblogs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of a liveblog has: a snapshot and the changes after it, applied as the wire says.
 * Below its floor it knows entries only by chance, because they are pinned or changed.
 */
final class Reader {
  private final Map<String, JsonNode> entries = new HashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final List<String> pins = new ArrayList<>();
  private @Nullable JsonNode liveblog;
  private long seq;
  private long floor;

  private Reader() {}

  /** A reader who begins with the first change. */
  static Reader fromTheStart() {
    return new Reader();
  }

  /** A reader who begins with a snapshot. */
  static Reader from(JsonNode snapshot) {
    var reader = new Reader();
    var fields = (ObjectNode) snapshot.deepCopy();
    var newest = fields.remove("entries");
    reader.seq = fields.get("headSeq").longValue();
    for (var pinned : fields.remove("pinned")) {
      reader.know(pinned);
      reader.pins.add(id(pinned));
    }
    long lowest = reader.seq + 1;
    for (var entry : newest) {
      reader.know(entry);
      lowest = Math.min(lowest, firstSeq(entry));
    }
    boolean isWhole = newest.size() == fields.get("entryCount").intValue();
    reader.floor = isWhole ? 0 : lowest;
    reader.liveblog = fields;
    return reader;
  }

  long seq() {
    return seq;
  }

  /** The lowest number above which it knows all entries. */
  long floor() {
    return floor;
  }

  /**
   * Applies a change.
   *
   * @throws IllegalArgumentException if it is not the next one, or cannot be applied
   */
  void apply(JsonNode row) {
    long next = row.required("seq").longValue();
    if (next != seq + 1) throw new IllegalArgumentException("after " + seq + " comes " + next);
    switch (row.required("op").textValue()) {
      case "put" -> know(row.required("entry"));
      case "pin" -> pin(row.required("entry"), row.required("position").intValue());
      case "unpin" -> unpin(row.required("entryId").textValue(), row.get("seq"));
      case "remove" -> remove(row.required("entryId").textValue());
      case "liveblog" -> liveblog = row.required("liveblog");
      case "superseded" -> {}
      default -> throw new IllegalArgumentException("unknown kind of change: " + row);
    }
    seq = next;
  }

  private void pin(JsonNode entry, int position) {
    know(entry);
    pins.remove(id(entry));
    // Pins that stood above it then may have lost their rows since.
    pins.add(Math.min(position, pins.size()), id(entry));
  }

  private void unpin(String id, JsonNode next) {
    pins.remove(id);
    var entry = (ObjectNode) entries.get(id);
    if (entry == null) return;
    var unpinned = entry.deepCopy().put("pinned", false);
    unpinned.set("seq", next);
    entries.put(id, unpinned);
  }

  private void remove(String id) {
    pins.remove(id);
    entries.remove(id);
    removed.add(id);
  }

  /** Older entries, of a page that no cache has kept since before the snapshot. */
  void older(JsonNode page) {
    for (var entry : page.required("items")) {
      floor = Math.min(floor, firstSeq(entry));
      if (!removed.contains(id(entry)) && firstSeq(entry) <= seq) know(entry);
    }
    if (!page.has("next")) floor = 0;
  }

  private void know(JsonNode entry) {
    var known = entries.get(id(entry));
    if (known == null || known.get("seq").longValue() <= entry.get("seq").longValue())
      entries.put(id(entry), entry);
  }

  /** Its entries from its floor on, newest first. */
  List<JsonNode> entries() {
    var ordered = new TreeMap<Long, JsonNode>();
    for (var entry : entries.values()) {
      if (firstSeq(entry) >= floor) ordered.put(firstSeq(entry), entry);
    }
    return List.copyOf(ordered.descendingMap().values());
  }

  /** Every entry that it knows. */
  List<JsonNode> known() {
    return List.copyOf(entries.values());
  }

  List<String> pins() {
    return List.copyOf(pins);
  }

  /** The liveblog as it last heard of it, if it did. */
  @Nullable JsonNode liveblog() {
    return liveblog;
  }

  static String id(JsonNode entry) {
    return entry.required("id").textValue();
  }

  static long firstSeq(JsonNode entry) {
    return entry.required("firstSeq").longValue();
  }
}
