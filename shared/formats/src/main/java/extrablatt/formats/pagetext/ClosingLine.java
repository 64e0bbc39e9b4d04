package extrablatt.formats.pagetext;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line that closes a video teaser, such as {@code 14.03.2026 | 0:48 min}: day, month and year
 * with dots or slashes, and how long the video is.
 */
record ClosingLine(LocalDate date, Duration duration) {
  private static final Pattern FORM =
      Pattern.compile(
          """
          (?x)
          (?<day>\\d{1,2}) (?<separator>[./]) (?<month>\\d{1,2}) \\k<separator> (?<year>\\d{4})
          [\\s\\p{Z}]*+ \\| [\\s\\p{Z}]*+
          (?: (?<hours>\\d{1,2}) : (?<minutesOfHour>\\d{2}) | (?<minutes>\\d{1,3}) )
          : (?<seconds>\\d{2})
          [\\s\\p{Z}]*+ min\
          """);

  /** Whether the line has the form, even if its date or length is none. */
  static boolean hasForm(String text) {
    return FORM.matcher(text).matches();
  }

  /** What the line says, or null if it has another form or if there is no such date or length. */
  static @Nullable ClosingLine in(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) return null;
    var date = date(parts);
    var duration = duration(parts);
    return date == null || duration == null ? null : new ClosingLine(date, duration);
  }

  private static @Nullable LocalDate date(Matcher parts) {
    try {
      return LocalDate.of(number(parts, "year"), number(parts, "month"), number(parts, "day"));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static @Nullable Duration duration(Matcher parts) {
    int seconds = number(parts, "seconds");
    if (seconds > 59) return null;
    if (parts.group("hours") == null) {
      return Duration.ofMinutes(number(parts, "minutes")).plusSeconds(seconds);
    }
    int minutes = number(parts, "minutesOfHour");
    if (minutes > 59) return null;
    return Duration.ofHours(number(parts, "hours")).plusMinutes(minutes).plusSeconds(seconds);
  }

  private static int number(Matcher parts, String name) {
    return Integer.parseInt(parts.group(name));
  }
}
