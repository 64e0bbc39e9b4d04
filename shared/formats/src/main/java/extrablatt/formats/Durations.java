package extrablatt.formats;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of videos as newsrooms write them. */
public final class Durations {
  /**
   * Minutes and seconds, or hours before them; two numbers before an {@code h} start with hours.
   */
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:(\\d{1,4}):(?=[0-5]\\d:))?(\\d{1,4}):([0-5]\\d)(?:\\s*(min|h|Std)\\.?)?",
          Pattern.CASE_INSENSITIVE);

  /** Numbers, each with its unit, the larger one first. */
  private static final Pattern UNITS =
      Pattern.compile(
          "(?:(?<hours>\\d{1,4})\\s*(?:h|hours?|std|stunden?)\\.?)?\\s*"
              + "(?:(?<minutes>\\d{1,5})\\s*(?<minute>m|min|minutes?|minuten?)\\.?)?\\s*"
              + "(?:(?<seconds>\\d{1,7}(?:[.,]\\d{1,9})?)\\s*(?:s|sec|seconds?|sek|sekunden?)\\.?)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MILLISECONDS =
      Pattern.compile("(\\d{1,10})\\s*ms", Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE_NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");
  private static final Pattern CALENDAR =
      Pattern.compile("P[^T]*[YMW].*", Pattern.CASE_INSENSITIVE);

  /** More digits than any honest number of seconds has. */
  private static final int LONGEST_NUMBER = 30;

  private static final int LONGEST_TEXT = 100;

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
    if (trimmed.isEmpty() || trimmed.length() > LONGEST_TEXT) return Optional.empty();
    var clock = CLOCK.matcher(trimmed);
    if (clock.matches()) return Optional.of(onTheClock(clock));
    var units = UNITS.matcher(trimmed);
    if (units.matches()) return inUnits(units);
    var milliseconds = MILLISECONDS.matcher(trimmed);
    if (milliseconds.matches())
      return Optional.of(Duration.ofMillis(Long.parseLong(milliseconds.group(1))));
    try {
      return Optional.of(Duration.parse(trimmed).truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException | ArithmeticException noDuration) {
      return Optional.empty();
    }
  }

  private static Duration onTheClock(Matcher clock) {
    var hours = clock.group(1);
    var unit = clock.group(4);
    var ends = unit == null || unit.equalsIgnoreCase("min") || hours != null;
    return ends
        ? of(hours, clock.group(2), clock.group(3))
        : of(clock.group(2), clock.group(3), null);
  }

  /**
   * An {@code m} alone may be anything; below a larger unit there are at most 59 of the smaller.
   */
  private static Optional<Duration> inUnits(Matcher units) {
    var hours = units.group("hours");
    var minutes = units.group("minutes");
    var seconds = units.group("seconds");
    var alone = hours == null && seconds == null;
    if (alone && units.group("minute").equalsIgnoreCase("m")) return Optional.empty();
    if (hours != null && isAnother(minutes)) return Optional.empty();
    if ((hours != null || minutes != null) && isAnother(seconds)) return Optional.empty();
    return ofSeconds(seconds == null ? "0" : seconds.replace(',', '.'))
        .map(of(hours, minutes, null)::plus);
  }

  /** Whether so many make at least one of the next larger unit. */
  private static boolean isAnother(@Nullable String number) {
    return number != null && new BigDecimal(number.replace(',', '.')).intValue() > 59;
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

  /** What is wrong with a text that is no duration, and what would mend it. */
  public static String complaint(String text) {
    var trimmed = text.strip();
    if (trimmed.startsWith("-") || trimmed.startsWith("\u2212")) return "must not be negative";
    if (CALENDAR.matcher(trimmed).matches())
      return "must be counted in days, hours, minutes and seconds, not in years, months or weeks";
    if (BARE_NUMBER.matcher(trimmed).matches())
      return "must say its unit, such as 25 s, 25 min or 0:25 min; only a JSON number is in seconds";
    return "must be a duration such as PT25S, 0:25 min, 1:12:30 min or 25 s, or a number of seconds";
  }

  private static Duration of(
      @Nullable String hours, @Nullable String minutes, @Nullable String seconds) {
    return Duration.ofHours(number(hours))
        .plusMinutes(number(minutes))
        .plusSeconds(number(seconds));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
