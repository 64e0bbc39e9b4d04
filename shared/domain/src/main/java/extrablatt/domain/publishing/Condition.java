package extrablatt.domain.publishing;

import extrablatt.domain.videos.Countries;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When, and for viewers in which countries, a piece of a document is shown: {@code from <= now <
 * until}.
 */
public record Condition(@Nullable Instant from, @Nullable Instant until, Countries countries) {
  /**
   * Whether the piece is shown to a viewer in that country; an unknown country counts as permitted.
   */
  public boolean holds(Instant now, @Nullable String country) {
    return (from == null || !now.isBefore(from))
        && (until == null || now.isBefore(until))
        && countries.permits(country);
  }

  /** The next moment at which the answer changes, if any. */
  public @Nullable Instant nextChange(Instant now) {
    if (from != null && now.isBefore(from)) return from;
    if (until != null && now.isBefore(until)) return until;
    return null;
  }
}
