package extrablatt.media;

import extrablatt.domain.media.MediaFacts.Picture;
import extrablatt.media.Boxes.Box;
import java.util.stream.Stream;

/** The head of an AVIF file: the size among the properties of its items (ISO/IEC 23008-12). */
final class Avif {
  private Avif() {}

  static Picture read(Window file) {
    var boxes = new Boxes(file);
    var meta = only(boxes.between(0, file.size()).stream(), "meta");
    var inMeta = new Box("meta", meta.start(), meta.body() + 4, meta.end());
    var properties = only(boxes.between(inMeta.body(), inMeta.end()).stream(), "iprp");
    var container = only(boxes.between(properties.body(), properties.end()).stream(), "ipco");
    long width = 0;
    long height = 0;
    boolean turned = false;
    for (var property : boxes.between(container.body(), container.end())) {
      if (property.type().equals("ispe") && property.length() >= 12) {
        // A picture may have a preview, or be made of tiles: the largest counts.
        if (file.u32(property.body() + 4) > width) {
          width = file.u32(property.body() + 4);
          height = file.u32(property.body() + 8);
        }
      } else if (property.type().equals("irot") && property.length() >= 1) {
        turned = (file.u8(property.body()) & 1) == 1;
      }
    }
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE)
      throw Unfit.malformed("The AVIF file does not say how large its picture is.");
    return turned
        ? new Picture("image/avif", (int) height, (int) width)
        : new Picture("image/avif", (int) width, (int) height);
  }

  private static Box only(Stream<Box> boxes, String type) {
    return boxes
        .filter(box -> box.type().equals(type))
        .findFirst()
        .orElseThrow(() -> Unfit.malformed("The AVIF file lacks its box '%s'.", type));
  }
}
