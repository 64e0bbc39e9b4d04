package extrablatt.storage;

import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.liveblogs.LogChange;
import extrablatt.domain.liveblogs.PublicEntry;
import extrablatt.domain.liveblogs.TextRow;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An entry as the public reads it, as rows: {@code PUB#LIVEBLOG#id} with {@code ENTRY#firstSeq},
 * with {@code ID#entryId} and, for a key event, with {@code KEY#firstSeq}.
 */
final class PublicEntryItem {
  private static final String ID = "id";
  private static final String FIRST_SEQ = "firstSeq";
  private static final String ENTRY_SEQ = "entrySeq";
  private static final String PINNED = "pinned";
  private static final String KEY_EVENT = "keyEvent";
  private static final String TEXT_SEQ = "textSeq";
  private static final String TEXT_AT = "textAt";
  private static final String TEXT_IS_PIN = "textIsPin";
  private static final String FORMER_ROWS = "formerRows";
  private static final String FORM = "form";
  private static final String FACE = "face";
  private static final String WHOLE = "whole";
  private static final String CUT = "cut";

  private PublicEntryItem() {}

  /** What becomes of its rows; they have to be as they were read. */
  static List<Write> changes(LiveblogId liveblog, LogChange.Moved moved) {
    var before = moved.before();
    var after = moved.after();
    var writes = new ArrayList<Write>();
    boolean wasKey = before != null && before.keyEvent();
    if (after != null) {
      var item = fill(ItemWriter.at(Keys.publicEntry(liveblog, after.firstSeq())), after);
      var condition = before == null ? Expression.ABSENT : unchanged(before);
      writes.add(Write.Put.of(item, condition, Commit.Result.DOCUMENT_CHANGED));
      if (before == null)
        writes.add(
            Write.Put.of(
                ItemWriter.at(Keys.publicEntryId(liveblog, after.id()))
                    .number(FIRST_SEQ, after.firstSeq())));
      if (after.keyEvent() && !wasKey)
        writes.add(
            Write.Put.of(
                ItemWriter.at(Keys.keyEvent(liveblog, after.firstSeq()))
                    .number(FIRST_SEQ, after.firstSeq())));
    } else if (before != null) {
      writes.add(
          new Write.Delete(
              Keys.publicEntry(liveblog, before.firstSeq()),
              unchanged(before),
              Commit.Result.DOCUMENT_CHANGED));
      writes.add(Write.Delete.of(Keys.publicEntryId(liveblog, before.id())));
    }
    if (before != null && before.keyEvent() && (after == null || !after.keyEvent()))
      writes.add(Write.Delete.of(Keys.keyEvent(liveblog, before.firstSeq())));
    return writes;
  }

  private static Expression unchanged(PublicEntry before) {
    return new Expression(
        "#entrySeq = :before",
        Map.of(":before", AttributeValue.fromN(Long.toString(before.seq()))));
  }

  static ItemWriter fill(ItemWriter item, PublicEntry entry) {
    var face = entry.face();
    return item.text(ID, entry.id())
        .number(FIRST_SEQ, entry.firstSeq())
        .number(ENTRY_SEQ, entry.seq())
        .flag(PINNED, entry.pinned())
        .flag(KEY_EVENT, entry.keyEvent())
        .number(TEXT_SEQ, entry.text().seq())
        .text(TEXT_AT, entry.text().at())
        .flag(TEXT_IS_PIN, entry.text().isPin())
        .numbers(FORMER_ROWS, entry.formerRows())
        .text(FORM, face.isConditional() ? CUT : WHOLE)
        .bytes(FACE, RenderingCodec.plainOrCut(face));
  }

  static PublicEntry read(ItemReader item) {
    var face = item.bytes(FACE);
    return new PublicEntry(
        new EntryId(item.text(ID)),
        item.number(FIRST_SEQ),
        item.number(ENTRY_SEQ),
        item.flag(PINNED),
        item.flag(KEY_EVENT),
        new TextRow(item.number(TEXT_SEQ), item.time(TEXT_AT), item.flag(TEXT_IS_PIN)),
        item.numbers(FORMER_ROWS),
        item.text(FORM).equals(CUT) ? RenderingCodec.read(face) : Rendering.of(face));
  }

  /** The number that a pointer to an entry holds. */
  static long firstSeq(ItemReader item) {
    return item.number(FIRST_SEQ);
  }
}
