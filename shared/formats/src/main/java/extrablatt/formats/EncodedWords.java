package extrablatt.formats;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoded words (RFC 2047) in which S3 hands out metadata that are not plain ASCII. */
final class EncodedWords {
  private static final Pattern WORD =
      Pattern.compile("=\\?([A-Za-z0-9_-]+)(?:\\*[A-Za-z-]+)?\\?([BbQq])\\?([^? ]*)\\?=");
  private static final Pattern SPACE_BETWEEN = Pattern.compile("(\\?=)\\s+(=\\?)");

  private EncodedWords() {}

  /** The text with every encoded word decoded; what cannot be decoded stays as it is. */
  static String decoded(String text) {
    if (!text.contains("=?")) return text;
    var joined = SPACE_BETWEEN.matcher(text).replaceAll("$1$2");
    return WORD.matcher(joined).replaceAll(word -> Matcher.quoteReplacement(decoded(word)));
  }

  private static String decoded(MatchResult word) {
    try {
      var charset = Charset.forName(word.group(1));
      var bytes =
          word.group(2).equalsIgnoreCase("b")
              ? Base64.getDecoder().decode(word.group(3))
              : unquoted(word.group(3));
      return new String(bytes, charset);
    } catch (IllegalArgumentException undecodable) {
      return word.group();
    }
  }

  private static byte[] unquoted(String text) {
    var bytes = new ByteArrayOutputStream();
    var rest = ByteBuffer.wrap(text.replace('_', ' ').getBytes(StandardCharsets.UTF_8));
    while (rest.hasRemaining()) {
      int next = rest.get();
      bytes.write(next == '=' ? hexadecimal(rest) : next);
    }
    return bytes.toByteArray();
  }

  private static int hexadecimal(ByteBuffer rest) {
    if (rest.remaining() < 2) throw new IllegalArgumentException("a hexadecimal is cut off");
    return HexFormat.fromHexDigit(rest.get()) << 4 | HexFormat.fromHexDigit(rest.get());
  }
}
