package extrablatt.testing;

import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LogChange;
import extrablatt.domain.liveblogs.LogRow;
import extrablatt.domain.liveblogs.PublicEntry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the public reads of one liveblog; whoever uses it holds the lock. */
final class InMemoryLog {
  private final TreeMap<Long, LogRow> rows = new TreeMap<>();
  private final TreeMap<Long, PublicEntry> entries = new TreeMap<>();
  private LiveblogHead head;

  InMemoryLog(LiveblogHead head) {
    this.head = head;
  }

  LiveblogHead head() {
    return head;
  }

  /** The rows after a number as they stand now. */
  List<LogRow> after(long seq) {
    return List.copyOf(rows.tailMap(seq, false).values());
  }

  /** All rows, newest first. */
  List<LogRow> newest() {
    return List.copyOf(rows.descendingMap().values());
  }

  /** All entries, newest first. */
  List<PublicEntry> entries() {
    return List.copyOf(entries.descendingMap().values());
  }

  /** Those entries that exist, by the numbers of their first changes. */
  List<PublicEntry> entriesAt(Collection<Long> firstSeqs) {
    return firstSeqs.stream()
        .flatMap(firstSeq -> Optional.ofNullable(entries.get(firstSeq)).stream())
        .toList();
  }

  /** Whether a change goes on from where the log and its entries stand. */
  boolean isUnchanged(LogChange change) {
    var before = change.before();
    return before != null
        && before.headSeq() == head.headSeq()
        && change.entries().values().stream().allMatch(this::isUnchanged);
  }

  private boolean isUnchanged(LogChange.Moved moved) {
    var before = moved.before();
    if (before == null) return true;
    var stored = entries.get(before.firstSeq());
    return stored != null && stored.seq() == before.seq();
  }

  void write(LogChange change) {
    head = change.after();
    for (var row : change.rows()) rows.put(row.seq(), row);
    for (var moved : change.entries().values()) {
      var before = moved.before();
      var after = moved.after();
      if (after != null) entries.put(after.firstSeq(), after);
      else if (before != null) entries.remove(before.firstSeq());
    }
  }
}
