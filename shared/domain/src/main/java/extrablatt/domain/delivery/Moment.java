package extrablatt.domain.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an answer was decided, and the next moment at which it may be another one; absent if none is
 * known.
 */
public record Moment(Instant now, @Nullable Instant nextChange) {
  /** The same, but for a change that may come earlier. */
  Moment until(@Nullable Instant change) {
    if (change == null || (nextChange != null && !change.isBefore(nextChange))) return this;
    return new Moment(now, change);
  }
}
