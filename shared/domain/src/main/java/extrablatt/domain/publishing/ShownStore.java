package extrablatt.domain.publishing;

import extrablatt.domain.ArticleId;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.TeaserId;

/** Knows which documents show which others. */
public interface ShownStore {
  /** The articles that show a liveblog, now or next. */
  Page<ArticleId> articlesWith(LiveblogId liveblog, PageRequest page);

  /**
   * Brings the lists of what shows a video teaser to where an article is: whether the article is
   * new in any of them. May be done twice.
   *
   * @throws extrablatt.domain.PublishingException.Busy if others keep changing it
   */
  boolean follow(ArticleId article);

  /** The articles that show a video teaser, now or next; one may come more than once. */
  Page<ArticleId> articlesWith(TeaserId teaser, PageRequest page);

  /** An entry, and where it stands. */
  record ShowingEntry(LiveblogId liveblog, EntryId entry) {}

  /** The published entries that show a video teaser. */
  Page<ShowingEntry> entriesWith(TeaserId teaser, PageRequest page);
}
