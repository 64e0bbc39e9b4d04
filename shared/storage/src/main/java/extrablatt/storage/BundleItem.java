package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.TeaserId;
import extrablatt.domain.media.MediaBundle;
import extrablatt.domain.media.MediaName;
import extrablatt.domain.media.MediaPart;
import extrablatt.domain.publishing.Commit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The files of a teaser as a row: {@code TEASER#id}, {@code MEDIA}; and whose a name is: {@code
 * MEDIA#NAME#provider#name}, {@code NAME}.
 */
final class BundleItem {
  private static final String TEASER = "teaser";
  private static final String VERSION = "version";
  private static final String PROVIDER = "provider";
  private static final String NAME = "name";
  private static final String PARTS = "parts";
  private static final String JOINED = "joined";
  private static final String PUBLISHED_FOR = "publishedFor";
  private static final String KILL = "kill";
  private static final String SLOT = "slot";
  private static final String KIND = "kind";
  private static final String DELIVERY = "delivery";
  private static final String SAID = "said";
  private static final String PUBLISH_AT = "publishAt";
  private static final String TITLE = "title";
  private static final String GUID = "guid";

  private BundleItem() {}

  /** The write of a bundle, on condition that nobody else changed it. */
  static Write change(@Nullable MediaBundle before, MediaBundle after) {
    return Write.Put.of(
        write(after),
        Versions.unchanged(before == null ? null : before.version()),
        Commit.Result.DOCUMENT_CHANGED);
  }

  /** The write that makes a name known, on condition that it is not. */
  static Write claim(MediaName name, TeaserId teaser) {
    return Write.Put.of(
        ItemWriter.at(Keys.mediaName(name)).text(TEASER, teaser),
        new Expression(
            "attribute_not_exists(#pk) OR #teaser = :teaser",
            Map.of(":teaser", AttributeValue.fromS(teaser.value()))),
        Commit.Result.ORIGIN_CHANGED);
  }

  static TeaserId readTeaser(ItemReader item) {
    return new TeaserId(item.text(TEASER));
  }

  static MediaBundle read(ItemReader item) {
    var provider = item.textOrNull(PROVIDER);
    return new MediaBundle(
        readTeaser(item),
        item.number(VERSION),
        provider == null ? null : new MediaName(provider, item.text(NAME)),
        item.maps(PARTS, BundleItem::readPart),
        Gzip.plain(item.bytes(JOINED)),
        item.timeOrNull(PUBLISHED_FOR),
        item.mapOrNull(KILL, DeliveryMap::read));
  }

  private static ItemWriter write(MediaBundle bundle) {
    var name = bundle.name();
    return ItemWriter.at(Keys.bundle(bundle.teaser()))
        .text(TEASER, bundle.teaser())
        .number(VERSION, bundle.version())
        .text(PROVIDER, name == null ? null : name.provider())
        .text(NAME, name == null ? null : name.name())
        .maps(PARTS, bundle.parts().stream().map(BundleItem::write).toList())
        .bytes(JOINED, Gzip.compressed(bundle.joined()))
        .text(PUBLISHED_FOR, bundle.publishedFor())
        .map(KILL, DeliveryMap.write(bundle.kill()));
  }

  private static ItemWriter write(MediaPart part) {
    return ItemWriter.inside()
        .text(SLOT, part.slot())
        .text(KIND, part.kind().name())
        .map(DELIVERY, DeliveryMap.write(part.delivery()))
        .bytes(SAID, Gzip.compressed(part.said()))
        .text(PUBLISH_AT, part.publishAt())
        .text(TITLE, part.title())
        .text(GUID, part.guid());
  }

  private static MediaPart readPart(ItemReader map) {
    var delivery = map.mapOrNull(DELIVERY, DeliveryMap::read);
    if (delivery == null) throw new IllegalStateException("a part without its delivery");
    Bytes said = Gzip.plain(map.bytes(SAID));
    return new MediaPart(
        map.text(SLOT),
        MediaPart.Kind.valueOf(map.text(KIND)),
        delivery,
        said,
        map.timeOrNull(PUBLISH_AT),
        map.textOrNull(TITLE),
        map.textOrNull(GUID));
  }
}
