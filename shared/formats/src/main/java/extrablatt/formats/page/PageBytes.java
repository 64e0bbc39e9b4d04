package extrablatt.formats.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page: by the encoding that was declared with it, its byte order mark, what it
 * declares itself, else UTF-8, and windows-1252 where it is none, as the HTML Standard has it.
 */
final class PageBytes {
  private static final Pattern DECLARED =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([a-z0-9._:-]+)");
  private static final Charset FALLBACK = Charset.forName("windows-1252");
  private static final int SEARCHED = 2_048;

  private PageBytes() {}

  static String text(byte[] bytes, @Nullable String contentType) {
    var told = contentType == null ? null : declared(contentType);
    if (told != null) return decoded(bytes, told);
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) return decoded(bytes, StandardCharsets.UTF_8);
    if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE))
      return decoded(bytes, StandardCharsets.UTF_16);
    int searched = Math.min(bytes.length, SEARCHED);
    var itself = declared(new String(bytes, 0, searched, StandardCharsets.ISO_8859_1));
    if (itself != null && !itself.name().startsWith("UTF-16")) return decoded(bytes, itself);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException none) {
      return decoded(bytes, FALLBACK);
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

  private static @Nullable Charset declared(String text) {
    var declared = DECLARED.matcher(text);
    if (!declared.find()) return null;
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }
}
