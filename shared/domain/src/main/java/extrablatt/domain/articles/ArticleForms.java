package extrablatt.domain.articles;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.PublicForm;

/** How articles are written down. */
public interface ArticleForms {
  /**
   * A revision's content, to be stored; its teasers are known by id. The same content gives the
   * same bytes.
   */
  Bytes stored(ArticleContent content);

  /** The content of a stored revision. */
  ArticleContent read(Bytes stored);

  /** What the newsroom's lists need of a revision, to be stored. */
  Bytes line(ArticleContent content);

  /** What the public reads. */
  PublicForm published(PublishedArticle article);
}
