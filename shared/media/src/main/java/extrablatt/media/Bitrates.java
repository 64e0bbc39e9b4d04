package extrablatt.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many bits a second a file comes to. */
final class Bitrates {
  private Bitrates() {}

  static @Nullable Integer of(long bytes, @Nullable Duration duration) {
    if (duration == null || duration.isZero()) return null;
    double bits = bytes * 8.0 / duration.toMillis() * 1000;
    return bits < 1 || bits > Integer.MAX_VALUE ? null : (int) Math.round(bits);
  }
}
