package extrablatt.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding, which means other things in a path than in a query. */
final class Encoded {
  private Encoded() {}

  static String path(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  static String query(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
