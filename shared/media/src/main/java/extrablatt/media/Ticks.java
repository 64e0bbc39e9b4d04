package extrablatt.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lengths of time that are counted in parts of a second. */
final class Ticks {
  private static final long LONGEST_SECONDS = 100L * 366 * 24 * 3600;

  private Ticks() {}

  /** To the millisecond; absent for nothing, and for what no film can last. */
  static @Nullable Duration duration(long ticks, long ticksASecond) {
    if (ticks <= 0 || ticksASecond <= 0) return null;
    long seconds = ticks / ticksASecond;
    if (seconds > LONGEST_SECONDS) return null;
    double rest = (double) (ticks % ticksASecond) / ticksASecond;
    var duration = Duration.ofSeconds(seconds).plusMillis(Math.round(rest * 1000));
    return duration.isZero() ? null : duration;
  }
}
