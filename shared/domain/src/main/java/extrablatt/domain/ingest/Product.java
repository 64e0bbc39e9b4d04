package extrablatt.domain.ingest;

import extrablatt.domain.ArticleId;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.TeaserId;

/** What a dropped document became. */
public sealed interface Product {
  /** An article. */
  record OfArticle(ArticleId id) implements Product {}

  /** A video teaser, or a part of one. */
  record OfTeaser(TeaserId id) implements Product {}

  /** A liveblog. */
  record OfLiveblog(LiveblogId id) implements Product {}

  /** An entry of a liveblog. */
  record OfEntry(LiveblogId liveblog, EntryId id) implements Product {}
}
