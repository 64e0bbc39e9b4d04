package extrablatt.storage;

import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Slug;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.domain.liveblogs.Pin;
import extrablatt.domain.liveblogs.Retraction;
import extrablatt.domain.liveblogs.TextRow;
import extrablatt.domain.publishing.Commit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where a liveblog's log stands, as a row: {@code PUB#LIVEBLOG#id}, {@code CHANGE#HEAD}. */
final class HeadItem {
  private static final String ID = "id";
  static final String HEAD_SEQ = "headSeq";
  private static final String STATUS = "status";
  private static final String ENTRY_COUNT = "entryCount";
  private static final String UPDATED_AT = "updatedAt";
  private static final String PINS = "pins";
  private static final String ENTRY = "entry";
  private static final String FIRST_SEQ = "firstSeq";
  private static final String TEXT_SEQ = "textSeq";
  private static final String ROW_SEQ = "rowSeq";
  private static final String ROW_AT = "rowAt";
  private static final String SLUG = "slug";
  private static final String FORMER_SLUGS = "formerSlugs";
  private static final String STARTS_AT = "startsAt";
  private static final String FACE = "face";
  private static final String REASON = "reason";
  private static final String WITHDRAWN_AT = "withdrawnAt";

  private HeadItem() {}

  static Write write(@Nullable LiveblogHead before, LiveblogHead after) {
    return Write.Put.of(
        item(after),
        before == null
            ? Expression.ABSENT
            : new Expression(
                "#headSeq = :before",
                Map.of(":before", AttributeValue.fromN(Long.toString(before.headSeq())))),
        Commit.Result.DOCUMENT_CHANGED);
  }

  private static ItemWriter item(LiveblogHead head) {
    var row = head.liveblogRow();
    var retraction = head.retraction();
    return ItemWriter.at(Keys.logHead(head.id()))
        .text(ID, head.id())
        .number(HEAD_SEQ, head.headSeq())
        .text(STATUS, head.status())
        .number(ENTRY_COUNT, head.entryCount())
        .text(UPDATED_AT, head.updatedAt())
        .maps(PINS, head.pins().stream().map(HeadItem::pin).toList())
        .number(ROW_SEQ, row == null ? null : row.seq())
        .text(ROW_AT, row == null ? null : row.at())
        .text(SLUG, head.slug())
        .texts(FORMER_SLUGS, head.formerSlugs())
        .text(STARTS_AT, head.startsAt())
        .bytes(FACE, head.face())
        .text(REASON, retraction == null ? null : retraction.reason())
        .text(WITHDRAWN_AT, retraction == null ? null : retraction.at());
  }

  private static ItemWriter pin(Pin pin) {
    return ItemWriter.inside()
        .text(ENTRY, pin.entry())
        .number(FIRST_SEQ, pin.firstSeq())
        .number(TEXT_SEQ, pin.textSeq());
  }

  static boolean isHead(ItemReader item) {
    return item.text(Key.SORT).equals(Keys.LOG_HEAD);
  }

  static LiveblogHead read(ItemReader item) {
    var rowSeq = item.numberOrNull(ROW_SEQ);
    var reason = item.textOrNull(REASON);
    return new LiveblogHead(
        new LiveblogId(item.text(ID)),
        item.number(HEAD_SEQ),
        LiveblogStatus.valueOf(item.text(STATUS)),
        item.smallNumber(ENTRY_COUNT),
        item.time(UPDATED_AT),
        item.maps(
            PINS,
            pin ->
                new Pin(new EntryId(pin.text(ENTRY)), pin.number(FIRST_SEQ), pin.number(TEXT_SEQ))),
        rowSeq == null ? null : new TextRow(rowSeq, item.time(ROW_AT), false),
        new Slug(item.text(SLUG)),
        item.texts(FORMER_SLUGS, Slug::new),
        item.time(STARTS_AT),
        item.bytes(FACE),
        reason == null ? null : new Retraction(reason, item.time(WITHDRAWN_AT)));
  }
}
