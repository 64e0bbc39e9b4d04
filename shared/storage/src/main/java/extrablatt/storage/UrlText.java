package extrablatt.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Texts as they stand in URLs and headers. */
final class UrlText {
  private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();

  private UrlText() {}

  /** An object's key as S3's notifications write it: a blank is a plus, a slash stays. */
  static String key(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  /** The same text, but for what is not printable ASCII. */
  static String escapedOutsideAscii(String text) {
    var escaped = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet >= ' ' && octet < 127) escaped.append((char) octet);
      else escaped.append('%').append(HEXADECIMAL.toHexDigits(octet));
    }
    return escaped.toString();
  }
}
