package extrablatt.ingest;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Caller;
import extrablatt.domain.articles.Alongside;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleDesk.Publish;
import extrablatt.domain.articles.ArticleDesk.Save;
import extrablatt.domain.articles.ArticleView;
import extrablatt.domain.publishing.Publication;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An editor at work on one article, who always has its present state before her. */
final class Editor {
  private static final Caller HERSELF = new Caller("editor");

  private final ArticleDesk desk;
  private final ArticleId article;

  private Editor(ArticleDesk desk, ArticleId article) {
    this.desk = desk;
    this.article = article;
  }

  /** She works on the pressroom's only article. */
  static Editor of(Pressroom room) {
    return new Editor(room.desk, room.articleId());
  }

  /** She writes a new article, as a draft. */
  static Editor begins(Pressroom room, ArticleContent content) {
    var view = room.desk.create(new Save(content, null), HERSELF, null, Alongside.NOTHING);
    return new Editor(room.desk, (ArticleId) view.publication().id());
  }

  String id() {
    return article.value();
  }

  Publication state() {
    return desk.find(article);
  }

  ArticleView save(ArticleContent content) {
    return desk.save(state(), new Save(content, null), HERSELF, Alongside.NOTHING);
  }

  ArticleView saveOver(Publication seen, ArticleContent content) {
    return desk.save(seen, new Save(content, null), HERSELF, Alongside.NOTHING);
  }

  ArticleView publish() {
    return publish(null, null);
  }

  ArticleView publish(@Nullable Integer revision, @Nullable Instant at) {
    return desk.publish(state(), new Publish(revision, at), HERSELF, Alongside.NOTHING);
  }

  ArticleView withdraw(String reason) {
    return desk.withdraw(state(), reason, HERSELF, Alongside.NOTHING);
  }
}
