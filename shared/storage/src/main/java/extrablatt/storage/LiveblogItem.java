package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogHead;

/**
 * A liveblog's editorial state as a row: {@code LIVEBLOG#id}, {@code META}; and its lines in lists:
 * {@code DESK#liveblog}, {@code createdAt#id} and {@code LIST#LIVEBLOGS}, {@code startsAt#id}.
 */
final class LiveblogItem {
  private static final String REVISION = "revision";
  private static final String CREATED_AT = "createdAt";
  private static final String ENDED_AT = "endedAt";
  private static final String SAVED_BY = "savedBy";
  private static final String ORIGIN = "origin";
  private static final String CONTENT = "content";
  private static final String LIVEBLOG = "liveblog";

  private LiveblogItem() {}

  static ItemWriter state(Liveblog liveblog) {
    return ItemWriter.at(Keys.state(liveblog.id()))
        .number(PublicationItem.VERSION, liveblog.version())
        .number(REVISION, liveblog.revision())
        .text(CREATED_AT, liveblog.createdAt())
        .text(ENDED_AT, liveblog.endedAt())
        .text(SAVED_BY, liveblog.savedBy())
        .map(ORIGIN, OriginMap.write(liveblog.origin()))
        .bytes(CONTENT, liveblog.content());
  }

  static Liveblog read(LiveblogId id, ItemReader state, LiveblogHead head) {
    return new Liveblog(
        id,
        state.number(PublicationItem.VERSION),
        state.smallNumber(REVISION),
        state.time(CREATED_AT),
        state.timeOrNull(ENDED_AT),
        state.bytes(CONTENT),
        state.text(SAVED_BY),
        state.mapOrNull(ORIGIN, OriginMap::read),
        head);
  }

  static ItemWriter deskLine(Liveblog liveblog) {
    return ItemWriter.at(Keys.deskLine(liveblog.id(), liveblog.createdAt()));
  }

  static ItemWriter listed(LiveblogHead head) {
    return ItemWriter.at(Keys.listedLiveblog(head.id(), head.startsAt()))
        .bytes(LIVEBLOG, head.whole());
  }

  static Bytes readListed(ItemReader item) {
    return item.bytes(LIVEBLOG);
  }
}
