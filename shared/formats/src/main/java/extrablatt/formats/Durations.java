package extrablatt.formats;

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

  private Durations() {}

  /** The duration's text in ISO 8601, to the millisecond. */
  public static String text(Duration duration) {
    return duration.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /**
   * Reads {@code 0:25 min}, {@code 1:12:30 min}, {@code 25 min} or ISO 8601, cut to milliseconds;
   * empty for anything else.
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
    try {
      return Optional.of(Duration.parse(trimmed).truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException | ArithmeticException noDuration) {
      return Optional.empty();
    }
  }

  private static Duration of(String hours, String minutes, String seconds) {
    return Duration.ofHours(Long.parseLong(hours))
        .plusMinutes(Long.parseLong(minutes))
        .plusSeconds(Long.parseLong(seconds));
  }
}
