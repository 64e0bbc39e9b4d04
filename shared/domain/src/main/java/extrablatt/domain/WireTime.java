package extrablatt.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they go out: RFC 3339 in milliseconds with {@code Z}. */
public final class WireTime {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private WireTime() {}

  /** The text of a time. */
  public static String of(Instant time) {
    return MILLISECONDS.format(time);
  }
}
