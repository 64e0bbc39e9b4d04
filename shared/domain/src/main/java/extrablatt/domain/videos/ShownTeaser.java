package extrablatt.domain.videos;

import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a teaser as the public reads it, by itself or inside another document.
 *
 * @param condition when it is shown inside the other document; absent if always
 */
public record ShownTeaser(
    TeaserId id,
    Span span,
    Instant firstPublishedAt,
    TeaserContent content,
    @Nullable Condition condition) {
  /** When it is shown: within its own window, and when its place says so; absent if always. */
  public @Nullable Condition window() {
    var from = later(content.availableFrom(), condition == null ? null : condition.from());
    var until = earlier(content.availableUntil(), condition == null ? null : condition.until());
    return from == null && until == null ? null : new Condition(from, until, Countries.EVERYWHERE);
  }

  /** When and where its film is shown; absent if wherever it is itself. */
  public @Nullable Condition restriction() {
    if (!content.countries().isRestricted()) return null;
    var window = window();
    return window == null
        ? new Condition(null, null, content.countries())
        : new Condition(window.from(), window.until(), content.countries());
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) return one == null ? other : one;
    return one.isAfter(other) ? one : other;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) return one == null ? other : one;
    return one.isBefore(other) ? one : other;
  }
}
