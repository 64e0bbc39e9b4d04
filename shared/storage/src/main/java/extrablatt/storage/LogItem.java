package extrablatt.storage;

import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.liveblogs.LogRow;
import extrablatt.domain.publishing.Commit;

/** A change of a liveblog as a row: {@code PUB#LIVEBLOG#id}, {@code CHANGE#seq}. */
final class LogItem {
  private static final String SEQ = "seq";
  private static final String AT = "at";
  static final String OP = "op";
  private static final String POSITION = "position";
  private static final String ENTRY = "entry";
  private static final String LIVEBLOG = "liveblog";

  private static final String PUT = "put";
  private static final String PIN = "pin";
  private static final String UNPIN = "unpin";
  static final String REMOVE = "remove";
  private static final String SUPERSEDED = "superseded";

  private LogItem() {}

  /** A new row may not be there yet; an older one is written over. */
  static Write write(LiveblogId id, LogRow row, boolean isNew) {
    var item = ItemWriter.at(Keys.change(id, row.seq())).number(SEQ, row.seq()).text(AT, row.at());
    fill(item, row);
    return isNew
        ? Write.Put.of(item, Expression.ABSENT, Commit.Result.DOCUMENT_CHANGED)
        : Write.Put.of(item);
  }

  /** DynamoDB lets nobody check a row that another transaction is writing. */
  static Write settled(LiveblogId id, long seq) {
    return new Write.Check(Keys.change(id, seq), Expression.PRESENT, null);
  }

  private static void fill(ItemWriter item, LogRow row) {
    switch (row) {
      case LogRow.Put put -> PublicEntryItem.fill(item.text(OP, PUT), put.entry());
      case LogRow.Pinned pin ->
          PublicEntryItem.fill(item.text(OP, PIN).number(POSITION, pin.position()), pin.entry());
      case LogRow.Unpinned unpin -> item.text(OP, UNPIN).text(ENTRY, unpin.entry());
      case LogRow.Removed remove -> item.text(OP, REMOVE).text(ENTRY, remove.entry());
      case LogRow.LiveblogChanged changed ->
          item.text(OP, LIVEBLOG).bytes(LIVEBLOG, changed.liveblog());
      case LogRow.Superseded _ -> item.text(OP, SUPERSEDED);
    }
  }

  static LogRow read(ItemReader item) {
    long seq = item.number(SEQ);
    var at = item.time(AT);
    return switch (item.text(OP)) {
      case PUT -> new LogRow.Put(seq, at, PublicEntryItem.read(item));
      case PIN ->
          new LogRow.Pinned(seq, at, PublicEntryItem.read(item), item.smallNumber(POSITION));
      case UNPIN -> new LogRow.Unpinned(seq, at, new EntryId(item.text(ENTRY)));
      case REMOVE -> new LogRow.Removed(seq, at, new EntryId(item.text(ENTRY)));
      case LIVEBLOG -> new LogRow.LiveblogChanged(seq, at, item.bytes(LIVEBLOG));
      case SUPERSEDED -> new LogRow.Superseded(seq, at);
      default -> throw new IllegalStateException("not a change: " + item.text(OP));
    };
  }
}
