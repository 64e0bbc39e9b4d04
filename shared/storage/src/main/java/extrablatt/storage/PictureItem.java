package extrablatt.storage;

import extrablatt.domain.articles.Image.Rendition;
import extrablatt.domain.media.KnownPicture;
import extrablatt.domain.media.MediaFile;

/** A picture that is handed out, as a row: {@code MEDIA#FILE#id}, {@code FILE}. */
final class PictureItem {
  private static final String ID = "id";
  private static final String FILE_NAME = "fileName";
  private static final String MEDIA_TYPE = "mediaType";
  private static final String WIDTH = "width";
  private static final String HEIGHT = "height";
  private static final String RENDITIONS = "renditions";
  private static final String URL = "url";

  private PictureItem() {}

  static ItemWriter write(KnownPicture picture) {
    return ItemWriter.at(Keys.mediaFile(picture.file().id()))
        .text(ID, picture.file().id())
        .text(FILE_NAME, picture.file().fileName())
        .text(MEDIA_TYPE, picture.mediaType())
        .number(WIDTH, picture.width())
        .number(HEIGHT, picture.height())
        .maps(RENDITIONS, picture.renditions().stream().map(PictureItem::write).toList());
  }

  static KnownPicture read(ItemReader item) {
    return new KnownPicture(
        new MediaFile(item.text(ID), item.text(FILE_NAME)),
        item.text(MEDIA_TYPE),
        item.smallNumber(WIDTH),
        item.smallNumber(HEIGHT),
        item.maps(RENDITIONS, PictureItem::readRendition));
  }

  private static ItemWriter write(Rendition rendition) {
    return ItemWriter.inside()
        .text(URL, rendition.url())
        .number(WIDTH, rendition.width())
        .number(HEIGHT, rendition.height());
  }

  private static Rendition readRendition(ItemReader map) {
    return new Rendition(map.text(URL), map.smallNumber(WIDTH), map.smallNumber(HEIGHT));
  }
}
