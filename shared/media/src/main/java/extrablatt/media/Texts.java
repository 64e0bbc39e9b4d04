package extrablatt.media;

import extrablatt.domain.media.RangedBytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Media files that are text, in UTF-8. */
final class Texts {
  private static final int BEGINNING = 200;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Texts() {}

  /** How a file begins, whatever it is; less a byte order mark. */
  static String start(Window window) {
    int length = (int) Math.min(BEGINNING, window.size());
    var start = new String(window.bytes(0, length), StandardCharsets.UTF_8);
    return withoutMark(start).stripLeading();
  }

  /** A whole file, which may not be larger than that. */
  static String whole(RangedBytes file, int most) {
    requireAtMost(file, most);
    var bytes = file.read(0, (int) file.size()).array();
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return withoutMark(text.toString());
    } catch (CharacterCodingException broken) {
      throw Unfit.malformed("The file is not valid UTF-8; save it in that encoding.");
    }
  }

  static void requireAtMost(RangedBytes file, int most) {
    if (file.size() > most)
      throw Unfit.tooLarge(
          "The file has %d bytes; of its kind at most %d are taken.", file.size(), most);
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
