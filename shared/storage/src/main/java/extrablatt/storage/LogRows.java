package extrablatt.storage;

import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LogChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a liveblog that one step forward of its log writes. */
final class LogRows {
  private LogRows() {}

  static List<Write> changedBy(LogChange change) {
    var before = change.before();
    var after = change.after();
    var id = after.id();
    var writes = new ArrayList<Write>();
    writes.add(HeadItem.write(before, after));
    long known = before == null ? 0 : before.headSeq();
    for (var row : change.rows()) writes.add(LogItem.write(id, row, row.seq() > known));
    for (long seq : change.settled()) writes.add(LogItem.settled(id, seq));
    change.entries().values().forEach(moved -> writes.addAll(PublicEntryItem.changes(id, moved)));
    list(before, after, writes);
    return writes;
  }

  private static void list(@Nullable LiveblogHead before, LiveblogHead after, List<Write> writes) {
    if (after.isPublic()) writes.add(Write.Put.of(LiveblogItem.listed(after)));
    if (before == null || !before.isPublic()) return;
    if (!after.isPublic() || !after.startsAt().equals(before.startsAt()))
      writes.add(Write.Delete.of(Keys.listedLiveblog(before.id(), before.startsAt())));
  }
}
