package extrablatt.domain.publishing;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Slug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a revision shall be public: at once, or from {@code at} on; an {@code at} in the past is the
 * date shown.
 *
 * @param follows the article that a teaser goes on following
 */
public record PublishOrder(
    int revision,
    @Nullable Instant at,
    @Nullable Slug slug,
    @Nullable Instant expiresAt,
    List<ListName> lists,
    @Nullable ArticleId follows) {
  public PublishOrder {
    lists = List.copyOf(lists);
  }
}
