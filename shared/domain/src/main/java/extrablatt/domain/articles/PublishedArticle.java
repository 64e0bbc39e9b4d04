package extrablatt.domain.articles;

import extrablatt.domain.ArticleId;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.videos.ShownTeaser;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A revision of an article as the public reads it. A teaser may come more than once, one after the
 * other; one that is not in the map is left out.
 */
public record PublishedArticle(
    ArticleId id,
    Span span,
    Instant firstPublishedAt,
    ArticleContent content,
    Map<TeaserId, List<ShownTeaser>> teasers) {
  public PublishedArticle {
    teasers = Map.copyOf(teasers);
  }

  /** All teasers in the order of the body, each once. */
  public List<ShownTeaser> shown() {
    return Bodies.teasers(content.body()).stream()
        .flatMap(id -> teasers.getOrDefault(id, List.of()).stream())
        .toList();
  }
}
