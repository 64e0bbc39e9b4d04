package extrablatt.formats;

import extrablatt.domain.WireTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as they go over the wire. */
public final class Times {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Times() {}

  /** A time in milliseconds with {@code Z}. */
  public static String text(Instant time) {
    return WireTime.of(time);
  }

  /** A time with any offset (RFC 3339), cut to milliseconds; empty for anything else. */
  public static Optional<Instant> parsed(String text) {
    try {
      var time = OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MILLIS);
      return Optional.of(time).filter(t -> !t.isBefore(EARLIEST) && !t.isAfter(LATEST));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** A date as {@code YYYY-MM-DD}; empty for anything else. */
  public static Optional<LocalDate> parsedDate(String text) {
    if (!DATE.matcher(text).matches()) return Optional.empty();
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
