package extrablatt.domain.media;

import java.nio.charset.StandardCharsets;

/** A text as one segment of a URL's path (RFC 3986). */
final class PathText {
  private static final String UNRESERVED = "-._~";

  private PathText() {}

  static String encoded(String text) {
    var encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(each)) encoded.append((char) each);
      else encoded.append('%').append("%02X".formatted(each & 0xff));
    }
    return encoded.toString();
  }

  private static boolean isPlain(byte each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9')
        || UNRESERVED.indexOf(each) >= 0;
  }
}
