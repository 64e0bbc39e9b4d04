package extrablatt.formats.json;

import extrablatt.domain.articles.Image;

/** Reads pictures. */
final class ImageReader {
  private ImageReader() {}

  static Image image(ObjectReader object) {
    var image = fields(object);
    object.refuseUnknown();
    return image;
  }

  /** The fields of a picture, which stand among others in a block. */
  static Image fields(ObjectReader object) {
    return new Image(
        object.exactText("url"),
        object.text("alt"),
        object.text("caption"),
        object.text("credit"),
        object.integer("width"),
        object.integer("height"),
        object.objects("renditions", ImageReader::rendition));
  }

  private static Image.Rendition rendition(ObjectReader object) {
    var rendition =
        new Image.Rendition(
            object.requiredText("url"), object.integer("width"), object.integer("height"));
    object.refuseUnknown();
    return rendition;
  }
}
