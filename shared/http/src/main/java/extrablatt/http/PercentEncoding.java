package extrablatt.http;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in queries, where {@code +} is a space. */
final class PercentEncoding {
  private PercentEncoding() {}

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String decoded(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) return text;
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes(text)).toString();
    } catch (CharacterCodingException | NumberFormatException malformed) {
      throw Refusal.malformed("The query is not percent-encoded UTF-8.");
    }
  }

  private static ByteBuffer bytes(String text) throws CharacterCodingException {
    var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    var decoded = ByteBuffer.allocate(encoded.remaining());
    while (encoded.hasRemaining()) {
      byte next = encoded.get();
      decoded.put(
          switch (next) {
            case '+' -> (byte) ' ';
            case '%' -> (byte) (hexDigit(encoded) << 4 | hexDigit(encoded));
            default -> next;
          });
    }
    return decoded.flip();
  }

  private static int hexDigit(ByteBuffer encoded) {
    if (!encoded.hasRemaining()) throw new NumberFormatException("an escape has two digits");
    int digit = Character.digit(encoded.get(), 16);
    if (digit < 0) throw new NumberFormatException("not a digit of an escape");
    return digit;
  }
}
