package extrablatt.formats.markup;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Encodings by the names that documents give them, which are those of the WHATWG's Encoding
 * Standard: who says ISO 8859-1 means windows-1252, with its quotation marks, dashes and euro
 * signs.
 */
public final class Charsets {
  /** What text is where nobody says and it is no UTF-8. */
  public static final Charset FALLBACK = Charset.forName("windows-1252");

  private static final Set<String> MEANING_WINDOWS =
      Set.of("iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "us-ascii", "ascii");

  private static final Pattern PARAMETER =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([a-z0-9._:-]+)");

  private Charsets() {}

  /**
   * The encoding of a name.
   *
   * @throws IllegalArgumentException if nobody knows it
   */
  public static Charset named(String name) {
    return MEANING_WINDOWS.contains(name.toLowerCase(Locale.ROOT))
        ? FALLBACK
        : Charset.forName(name);
  }

  /** What a content type, or a page, says behind {@code charset}; null if that is unknown. */
  public static @Nullable Charset declaredIn(@Nullable String text) {
    if (text == null) return null;
    var declared = PARAMETER.matcher(text);
    if (!declared.find()) return null;
    try {
      return named(declared.group(1));
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  /** Text in an encoding; throws where the bytes are none of it. */
  public static String strictly(byte[] bytes, int from, Charset charset)
      throws CharacterCodingException {
    var text = ByteBuffer.wrap(bytes, from, bytes.length - from);
    try {
      return charset.newDecoder().decode(text).toString();
    } catch (CharacterCodingException broken) {
      // Of the five bytes that windows-1252 leaves open, nobody could say what they mean.
      if (charset.equals(FALLBACK)) return new String(bytes, from, bytes.length - from, charset);
      throw broken;
    }
  }

  /** Text that says nothing of its encoding: UTF-8, else windows-1252; without a mark. */
  public static String undeclared(byte[] bytes) {
    try {
      var text = strictly(bytes, 0, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException none) {
      return new String(bytes, FALLBACK);
    }
  }
}
