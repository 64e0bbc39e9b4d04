package extrablatt.media;

import extrablatt.domain.media.MediaFacts.Picture;
import java.nio.charset.StandardCharsets;

/** The head of a PNG file (W3C PNG, third edition). */
final class Png {
  private static final int LONGEST_TAIL = 4 << 10;

  private Png() {}

  static Picture read(Window file) {
    if (!file.name(12).equals("IHDR"))
      throw Unfit.malformed("The PNG file does not begin with its header.");
    long width = file.u32(16);
    long height = file.u32(20);
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE)
      throw Unfit.malformed("The PNG picture has no size that a picture can have.");
    requireEnd(file);
    return new Picture("image/png", (int) width, (int) height);
  }

  private static void requireEnd(Window file) {
    int length = (int) Math.min(LONGEST_TAIL, file.size());
    var tail = new String(file.bytes(file.size() - length, length), StandardCharsets.ISO_8859_1);
    if (!tail.contains("IEND"))
      throw Unfit.malformed("The PNG file is cut off: it has no end chunk.");
  }
}
