package extrablatt.media;

import extrablatt.domain.media.MediaFacts.Picture;

/**
 * The head of a JPEG file (ITU-T T.81) with the orientation that Exif gives it.
 *
 * @param orientation 1 to 8 as in Exif; 5 and above are turned by a quarter
 */
record Jpeg(int width, int height, int orientation) {
  private static final int START_OF_SCAN = 0xda;
  private static final int END = 0xd9;
  private static final int APP1 = 0xe1;
  private static final int MOST_SEGMENTS = 2_000;

  /** Some cameras and tools leave padding behind the end. */
  private static final int LONGEST_TAIL = 4 << 10;

  Picture facts() {
    return orientation >= 5
        ? new Picture("image/jpeg", height, width)
        : new Picture("image/jpeg", width, height);
  }

  static Jpeg read(Window file) {
    requireEnd(file);
    long at = 2;
    int orientation = 1;
    for (int i = 0; i < MOST_SEGMENTS; i++) {
      if (file.u8(at) != 0xff) throw Unfit.malformed("There is no JPEG marker at byte %d.", at);
      int marker = file.u8(at + 1);
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == START_OF_SCAN || marker == END) break;
      if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
        at += 2;
        continue;
      }
      int length = file.u16(at + 2);
      if (length < 2) throw Unfit.malformed("The JPEG segment at byte %d has no length.", at);
      if (isFrame(marker)) return frame(file, at + 4, orientation);
      if (marker == APP1) orientation = Exif.orientation(file, at + 4, length - 2, orientation);
      at += 2 + length;
    }
    throw Unfit.malformed("The JPEG file does not say how large its picture is.");
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static Jpeg frame(Window file, long at, int orientation) {
    int height = file.u16(at + 1);
    int width = file.u16(at + 3);
    if (width == 0 || height == 0) throw Unfit.malformed("The JPEG picture has no size.");
    return new Jpeg(width, height, orientation);
  }

  private static void requireEnd(Window file) {
    int length = (int) Math.min(LONGEST_TAIL, file.size());
    var tail = file.bytes(file.size() - length, length);
    for (int i = length - 2; i >= 0; i--) {
      if ((tail[i] & 0xff) == 0xff && (tail[i + 1] & 0xff) == END) return;
    }
    throw Unfit.malformed("The JPEG file is cut off: it has no end marker.");
  }
}
