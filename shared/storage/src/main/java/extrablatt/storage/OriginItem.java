package extrablatt.storage;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.ingest.OriginChange;
import extrablatt.domain.ingest.OriginId;
import extrablatt.domain.ingest.OriginRecord;
import extrablatt.domain.publishing.Commit;

/**
 * What is known of an origin as a row: {@code ORIGIN#provider#guid}, {@code ORIGIN} for an article
 * and {@code ORIGIN#liveblogId} for an entry.
 */
final class OriginItem {
  private static final String PROVIDER = "provider";
  private static final String GUID = "guid";
  static final String VERSION = "version";
  private static final String WITHIN = "within";
  private static final String LAST = "last";
  private static final String KILL = "kill";

  private OriginItem() {}

  /** The write of a change, on condition that nobody else changed the record. */
  static Write change(OriginChange change) {
    var before = change.before();
    return Write.Put.of(
        write(change.after()),
        Versions.unchanged(before == null ? null : before.version()),
        Commit.Result.ORIGIN_CHANGED);
  }

  static OriginRecord read(ItemReader item) {
    return new OriginRecord(
        new OriginId(
            item.text(PROVIDER), item.text(GUID), item.readOrNull(WITHIN, LiveblogId::new)),
        item.number(VERSION),
        ProductItem.read(item),
        item.mapOrNull(LAST, DeliveryMap::read),
        item.mapOrNull(KILL, DeliveryMap::read));
  }

  private static ItemWriter write(OriginRecord origin) {
    var id = origin.id();
    var item =
        ItemWriter.at(Keys.origin(id))
            .text(PROVIDER, id.provider())
            .text(GUID, id.guid())
            .text(WITHIN, id.liveblog())
            .number(VERSION, origin.version());
    return ProductItem.write(item, origin.product())
        .map(LAST, DeliveryMap.write(origin.last()))
        .map(KILL, DeliveryMap.write(origin.kill()));
  }
}
