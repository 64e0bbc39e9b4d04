package extrablatt.formats.published;

import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.publishing.Rendering;

/** An article in the formats of texts; those of JSON stand beside our own. */
public final class Published {
  private Published() {}

  /** As a news item of NewsML-G2. */
  public static Rendering newsMl(PublishedArticle article) {
    return NewsMl.of(article);
  }

  /** As page text. */
  public static Rendering text(PublishedArticle article) {
    return PageText.of(article);
  }

  /** In Markdown under front matter. */
  public static Rendering markdown(PublishedArticle article) {
    return MarkdownText.of(article);
  }
}
