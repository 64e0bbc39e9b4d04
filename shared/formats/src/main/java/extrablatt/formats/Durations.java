package extrablatt.formats;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of videos as newsrooms write them. */
public final class Durations {
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,4}):(?=[0-5]\\d:))?(\\d{1,4}):([0-5]\\d)(?:\\s*(?:min|h))?\\.?");
  private static final Pattern MINUTES = Pattern.compile("(\\d{1,5})\\s*min\\.?");
  private static final Pattern HOURS =
      Pattern.compile("(\\d{1,3})\\s*(?:h|Std)\\.?(?:\\s*([0-5]?\\d)\\s*(?:m|min)\\.?)?");
  private static final Pattern SECONDS =
      Pattern.compile("(\\d{1,7})(?:[.,](\\d{1,3}))?\\s*(?:s|sec|Sek)\\.?");
  private static final Pattern MILLISECONDS = Pattern.compile("(\\d{1,10})\\s*ms");

  /** More digits than any honest number of seconds has. */
  private static final int LONGEST_NUMBER = 30;

  private Durations() {}

  /** The duration's text in ISO 8601, to the millisecond. */
  public static String text(Duration duration) {
    return duration.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /**
   * Reads {@code 0:25 min}, {@code 1:12:30 min}, {@code 25 min}, {@code 1 h 12 min}, {@code 25 s},
   * {@code 1500 ms} or ISO 8601, cut to milliseconds; empty for anything else.
   */
  public static Optional<Duration> parsed(String text) {
    var trimmed = text.strip();
    var clock = CLOCK.matcher(trimmed);
    if (clock.matches()) {
      var hours = clock.group(1) == null ? "0" : clock.group(1);
      return Optional.of(of(hours, clock.group(2), clock.group(3)));
    }
    var minutes = MINUTES.matcher(trimmed);
    if (minutes.matches()) return Optional.of(of("0", minutes.group(1), "0"));
    var hours = HOURS.matcher(trimmed);
    if (hours.matches())
      return Optional.of(of(hours.group(1), hours.group(2) == null ? "0" : hours.group(2), "0"));
    var seconds = SECONDS.matcher(trimmed);
    if (seconds.matches()) {
      var part = seconds.group(2) == null ? "0" : seconds.group(2);
      return ofSeconds(seconds.group(1) + "." + part);
    }
    var milliseconds = MILLISECONDS.matcher(trimmed);
    if (milliseconds.matches())
      return Optional.of(Duration.ofMillis(Long.parseLong(milliseconds.group(1))));
    try {
      return Optional.of(Duration.parse(trimmed).truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException | ArithmeticException noDuration) {
      return Optional.empty();
    }
  }

  /** Reads a decimal number of seconds, cut to milliseconds; empty for what no duration can be. */
  public static Optional<Duration> ofSeconds(String number) {
    if (number.length() > LONGEST_NUMBER) return Optional.empty();
    try {
      var milliseconds = new BigDecimal(number).movePointRight(3);
      if (milliseconds.precision() - milliseconds.scale() > 18) return Optional.empty();
      return Optional.of(Duration.ofMillis(milliseconds.longValue()));
    } catch (NumberFormatException | ArithmeticException noNumber) {
      return Optional.empty();
    }
  }

  private static Duration of(String hours, String minutes, String seconds) {
    return Duration.ofHours(Long.parseLong(hours))
        .plusMinutes(Long.parseLong(minutes))
        .plusSeconds(Long.parseLong(seconds));
  }
}
