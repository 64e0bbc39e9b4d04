package extrablatt.local.gateway;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that API Gateway gives to a request. */
final class TraceId {
  private TraceId() {}

  /** An X-Ray trace id. */
  static String at(Instant now) {
    return "Root=1-%08x-%s".formatted(now.getEpochSecond(), HexFormat.of().formatHex(random(12)));
  }

  /** A request id: 15 letters and digits and an equals sign. */
  static String request() {
    var text = java.util.Base64.getEncoder().withoutPadding().encodeToString(random(12));
    return text.replace('+', 'a').replace('/', 'b').substring(0, 15) + "=";
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    ThreadLocalRandom.current().nextBytes(bytes);
    return bytes;
  }
}
