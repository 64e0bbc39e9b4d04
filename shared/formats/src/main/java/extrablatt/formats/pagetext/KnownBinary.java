package extrablatt.formats.pagetext;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files that people drop by mistake, known by their first bytes. */
final class KnownBinary {
  private static final int LONGEST = 8;

  private static final Map<String, String> NAMES =
      Map.of(
          "\u0089PNG\r\n", "a PNG image",
          "\u00FF\u00D8\u00FF", "a JPEG image",
          "GIF87a", "a GIF image",
          "GIF89a", "a GIF image",
          "%PDF-", "a PDF document",
          "PK\u0003\u0004", "a ZIP archive or an office document",
          "\u00D0\u00CF\u0011\u00E0", "an office document",
          "\u001F\u008B", "a gzip archive",
          "{\\rtf", "an RTF document");

  private KnownBinary() {}

  /** What the document is, if it is one of them. */
  static @Nullable String in(byte[] document) {
    var start = new String(document, 0, Math.min(document.length, LONGEST), ISO_8859_1);
    return NAMES.entrySet().stream()
        .filter(entry -> start.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
