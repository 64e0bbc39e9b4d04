package extrablatt.storage;

import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.TeaserId;
import extrablatt.domain.liveblogs.Due;
import extrablatt.domain.liveblogs.Entry;
import extrablatt.domain.liveblogs.EntryChange;
import extrablatt.domain.liveblogs.EntryStatus;
import extrablatt.domain.publishing.Commit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry's editorial state as a row: {@code LIVEBLOG#id}, {@code ENTRY#entryId}; and when it is
 * due: {@code DUE}, {@code publishAt#id#entryId}.
 */
final class EntryStateItem {
  private static final String LIVEBLOG = "liveblog";
  private static final String ENTRY = "entry";
  private static final String REVISION = "revision";
  private static final String STATUS = "status";
  private static final String PUBLISH_AT = "publishAt";
  private static final String FIRST_SEQ = "firstSeq";
  private static final String CREATED_AT = "createdAt";
  private static final String PUBLISHED_AT = "publishedAt";
  private static final String UPDATED_AT = "updatedAt";
  private static final String OWN_TEASERS = "ownTeasers";
  private static final String SHOWN_TEASERS = "shownTeasers";
  private static final String SAVED_BY = "savedBy";
  private static final String ORIGIN = "origin";
  private static final String CONTENT = "content";

  private EntryStateItem() {}

  static List<Write> changes(EntryChange change) {
    var before = change.before();
    var after = change.after();
    var unchanged = Versions.unchanged(before == null ? null : before.version());
    var writes = new ArrayList<Write>();
    if (after != null)
      writes.add(Write.Put.of(item(after), unchanged, Commit.Result.DOCUMENT_CHANGED));
    else if (before != null)
      writes.add(
          new Write.Delete(
              Keys.entryState(before.liveblog(), before.id()),
              unchanged,
              Commit.Result.DOCUMENT_CHANGED));
    var wasDue = due(before);
    var due = due(after);
    if (due != null) writes.add(Write.Put.of(dueItem(due)));
    if (wasDue != null && !wasDue.equals(due)) writes.add(Write.Delete.of(Keys.due(wasDue)));
    writes.addAll(shown(before, after));
    return writes;
  }

  /** Which teasers remember that the entry shows them. */
  private static List<Write> shown(@Nullable Entry before, @Nullable Entry after) {
    var shownBefore = before == null ? List.<TeaserId>of() : before.shownTeasers();
    var shown = after == null ? List.<TeaserId>of() : after.shownTeasers();
    var writes = new ArrayList<Write>();
    for (var teaser : shown) {
      if (after != null && !shownBefore.contains(teaser))
        writes.add(Write.Put.of(ItemWriter.at(Keys.shown(teaser, after.liveblog(), after.id()))));
    }
    for (var teaser : shownBefore) {
      if (before != null && !shown.contains(teaser))
        writes.add(Write.Delete.of(Keys.shown(teaser, before.liveblog(), before.id())));
    }
    return writes;
  }

  private static @Nullable Due due(@Nullable Entry entry) {
    if (entry == null || entry.status() != EntryStatus.SCHEDULED) return null;
    var publishAt = entry.publishAt();
    return publishAt == null ? null : new Due(publishAt, entry.liveblog(), entry.id());
  }

  private static ItemWriter dueItem(Due due) {
    return ItemWriter.at(Keys.due(due))
        .text(PUBLISH_AT, due.publishAt())
        .text(LIVEBLOG, due.liveblog())
        .text(ENTRY, due.entry());
  }

  static Due readDue(ItemReader item) {
    return new Due(
        item.time(PUBLISH_AT), new LiveblogId(item.text(LIVEBLOG)), new EntryId(item.text(ENTRY)));
  }

  private static ItemWriter item(Entry entry) {
    return ItemWriter.at(Keys.entryState(entry.liveblog(), entry.id()))
        .text(LIVEBLOG, entry.liveblog())
        .text(ENTRY, entry.id())
        .number(PublicationItem.VERSION, entry.version())
        .number(REVISION, entry.revision())
        .text(STATUS, entry.status())
        .text(PUBLISH_AT, entry.publishAt())
        .number(FIRST_SEQ, entry.firstSeq())
        .text(CREATED_AT, entry.createdAt())
        .text(PUBLISHED_AT, entry.publishedAt())
        .text(UPDATED_AT, entry.updatedAt())
        .texts(OWN_TEASERS, entry.ownTeasers())
        .texts(SHOWN_TEASERS, entry.shownTeasers())
        .text(SAVED_BY, entry.savedBy())
        .map(ORIGIN, OriginMap.write(entry.origin()))
        .bytes(CONTENT, entry.content());
  }

  static Entry read(ItemReader item) {
    return new Entry(
        new LiveblogId(item.text(LIVEBLOG)),
        new EntryId(item.text(ENTRY)),
        item.number(PublicationItem.VERSION),
        item.smallNumber(REVISION),
        EntryStatus.valueOf(item.text(STATUS)),
        item.timeOrNull(PUBLISH_AT),
        item.numberOrNull(FIRST_SEQ),
        item.time(CREATED_AT),
        item.timeOrNull(PUBLISHED_AT),
        item.timeOrNull(UPDATED_AT),
        item.text(SAVED_BY),
        item.mapOrNull(ORIGIN, OriginMap::read),
        item.texts(OWN_TEASERS, TeaserId::new),
        item.texts(SHOWN_TEASERS, TeaserId::new),
        item.bytes(CONTENT));
  }
}
