package extrablatt.domain.publishing;

import extrablatt.domain.ArticleId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;

/** Knows which documents show which others. */
public interface ShownStore {
  /** The articles that show a liveblog, now or next. */
  Page<ArticleId> articlesWith(LiveblogId liveblog, PageRequest page);
}
