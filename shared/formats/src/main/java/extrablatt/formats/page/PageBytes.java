package extrablatt.formats.page;

import extrablatt.formats.markup.Charsets;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page: by the encoding that was declared with it, its byte order mark, what it
 * declares itself, else UTF-8, and windows-1252 where it is none, as the HTML Standard has it.
 */
final class PageBytes {
  private static final int SEARCHED = 2_048;

  private PageBytes() {}

  static String text(byte[] bytes, @Nullable String contentType) {
    var told = Charsets.declaredIn(contentType);
    if (told != null && isOf(bytes, told)) return decoded(bytes, told);
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) return decoded(bytes, StandardCharsets.UTF_8);
    if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE))
      return decoded(bytes, StandardCharsets.UTF_16);
    int searched = Math.min(bytes.length, SEARCHED);
    var itself = Charsets.declaredIn(new String(bytes, 0, searched, StandardCharsets.ISO_8859_1));
    if (itself != null && !itself.name().startsWith("UTF-16") && isOf(bytes, itself))
      return decoded(bytes, itself);
    return Charsets.undeclared(bytes);
  }

  /** Whether the bytes are what somebody says that they are; if not, he was wrong. */
  private static boolean isOf(byte[] bytes, Charset charset) {
    try {
      Charsets.strictly(bytes, 0, charset);
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static String decoded(byte[] bytes, Charset charset) {
    var text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean begins(byte[] bytes, int... first) {
    if (bytes.length < first.length) return false;
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xFF) != first[i]) return false;
    }
    return true;
  }
}
