package extrablatt.domain.articles;

import extrablatt.domain.LiveblogId;
import org.jspecify.annotations.Nullable;

/**
 * The hint at a liveblog inside an article: a known one by id or slug, or just its texts.
 *
 * @param status what a known one is doing, as the public reads it
 */
public record LiveblogTeaser(
    @Nullable String id,
    @Nullable String slug,
    @Nullable String kicker,
    @Nullable String headline,
    @Nullable String summary,
    @Nullable Image image,
    @Nullable String status) {

  /** A hint by texts, or by what was said beside an id or a slug. */
  public LiveblogTeaser(
      @Nullable String id,
      @Nullable String slug,
      @Nullable String kicker,
      @Nullable String headline,
      @Nullable String summary,
      @Nullable Image image) {
    this(id, slug, kicker, headline, summary, image, null);
  }

  /** The same with another picture. */
  public LiveblogTeaser withImage(@Nullable Image other) {
    return new LiveblogTeaser(id, slug, kicker, headline, summary, other, status);
  }

  /** A known liveblog, whatever it says. */
  static LiveblogTeaser of(LiveblogId id) {
    return new LiveblogTeaser(id.value(), null, null, null, null, null, null);
  }
}
