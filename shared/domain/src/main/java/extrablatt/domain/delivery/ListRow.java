package extrablatt.domain.delivery;

import extrablatt.domain.publishing.Rendering;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A document's place in a public list: visible while {@code from <= now < end}. */
public record ListRow(String position, Instant from, @Nullable Instant end, Rendering summary) {
  /** Whether it is to be shown. */
  public boolean isVisible(Instant now) {
    return !now.isBefore(from) && (end == null || now.isBefore(end));
  }

  /** The next moment at which that changes. */
  public @Nullable Instant nextChange(Instant now) {
    if (now.isBefore(from)) return from;
    return end != null && now.isBefore(end) ? end : null;
  }
}
