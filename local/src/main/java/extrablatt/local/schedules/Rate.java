package extrablatt.local.schedules;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How often a schedule's function is called on this machine: a rate of minutes runs in seconds, so
 * that nobody waits a minute for what is due; one of hours or days keeps its own time.
 */
final class Rate {
  private static final Pattern FORM =
      Pattern.compile("rate\\(\\s*([1-9]\\d{0,5})\\s+(minute|hour|day)s?\\s*\\)");

  private Rate() {}

  /** Empty for what is no rate, such as {@code cron(…)}. */
  static Optional<Duration> of(String expression) {
    var parts = FORM.matcher(expression.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(parts.group(1));
    return Optional.of(
        switch (parts.group(2)) {
          case "minute" -> Duration.ofSeconds(count);
          case "hour" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }
}
