package extrablatt.media;

import extrablatt.domain.media.MediaFacts.Picture;

/** The head of a WebP file (RFC 9649). */
final class WebP {
  private WebP() {}

  static Picture read(Window file) {
    long promised = file.u32LittleEndian(4) + 8;
    if (promised > file.size())
      throw Unfit.malformed(
          "The WebP file is cut off: it says %d bytes, and has %d.", promised, file.size());
    return switch (file.name(12)) {
      case "VP8X" -> picture(file.u24LittleEndian(24) + 1, file.u24LittleEndian(27) + 1);
      case "VP8 " -> lossy(file);
      case "VP8L" -> lossless(file);
      default -> throw Unfit.malformed("The WebP file holds no picture.");
    };
  }

  private static Picture lossy(Window file) {
    if (!file.startsWith(23, 0x9d, 0x01, 0x2a))
      throw Unfit.malformed("The WebP file's first frame is no key frame.");
    return picture(file.u16LittleEndian(26) & 0x3fff, file.u16LittleEndian(28) & 0x3fff);
  }

  private static Picture lossless(Window file) {
    if (file.u8(20) != 0x2f) throw Unfit.malformed("The WebP file's lossless picture is broken.");
    long bits = file.u32LittleEndian(21);
    return picture((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
  }

  private static Picture picture(int width, int height) {
    if (width == 0 || height == 0) throw Unfit.malformed("The WebP picture has no size.");
    return new Picture("image/webp", width, height);
  }
}
