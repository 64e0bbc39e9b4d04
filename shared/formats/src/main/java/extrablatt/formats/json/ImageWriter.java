package extrablatt.formats.json;

import extrablatt.domain.articles.Image;
import org.jspecify.annotations.Nullable;

/** Writes pictures. */
final class ImageWriter {
  private ImageWriter() {}

  static void image(JsonWriter json, String name, @Nullable Image image) {
    if (image != null) json.object(name, fields -> fields(fields, image));
  }

  /** The fields of a picture, which stand among others in a block. */
  static void fields(JsonWriter json, Image image) {
    json.text("url", image.url());
    json.text("alt", image.alt());
    json.text("caption", image.caption());
    json.text("credit", image.credit());
    json.number("width", image.width());
    json.number("height", image.height());
    json.list("renditions", image.renditions(), rendition -> rendition(json, rendition));
  }

  private static void rendition(JsonWriter json, Image.Rendition rendition) {
    json.element(fields -> {
      fields.requiredText("url", rendition.url());
      fields.number("width", rendition.width());
      fields.number("height", rendition.height());
    });
  }
}
