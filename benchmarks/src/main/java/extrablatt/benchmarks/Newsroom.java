package extrablatt.benchmarks;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Caller;
import extrablatt.domain.RandomIds;
import extrablatt.domain.articles.Alongside;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleDesk.Publish;
import extrablatt.domain.articles.ArticleDesk.Save;
import extrablatt.domain.articles.ArticleView;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.articles.KnownLiveblogs;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.Publication;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.TeaserJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The newsroom at work: what its routes do, each from the first read to the commit. */
final class Newsroom {
  static final Publish NOW = new Publish(null, null);
  private static final Caller EDITOR = new Caller("editor");

  private final ArticleDesk desk;

  Newsroom(ContentStore store, Clock clock) {
    desk =
        new ArticleDesk(
            new ArticleWriting(
                store,
                new ArticleJson(),
                new TeaserJson(),
                KnownLiveblogs.NONE,
                new RandomIds(clock),
                clock,
                "en"));
  }

  ArticleDesk desk() {
    return desk;
  }

  ArticleView create(ArticleContent content, @Nullable Publish publish) {
    return desk.create(new Save(content, publish), EDITOR, null, Alongside.NOTHING);
  }

  void save(ArticleId id, ArticleContent content, @Nullable Publish publish) {
    desk.save(desk.find(id), new Save(content, publish), EDITOR, Alongside.NOTHING);
  }

  void publish(ArticleId id, Publish publish) {
    desk.publish(desk.find(id), publish, EDITOR, Alongside.NOTHING);
  }

  void withdraw(ArticleId id) {
    desk.withdraw(desk.find(id), "A benchmark wants it so.", EDITOR, Alongside.NOTHING);
  }

  /** Saves and publishes the invented articles from one number on and before another. */
  List<Publication> load(int from, int to, int threads) {
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var articles =
          IntStream.range(from, to)
              .mapToObj(number ->
                  (Callable<Publication>)
                      () -> create(InventedArticles.article(number), NOW).publication())
              .toList();
      var loaded = new ArrayList<Publication>();
      for (var article : pool.invokeAll(articles)) loaded.add(article.get());
      return loaded;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("loading failed", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("loading was interrupted", interrupted);
    }
  }
}
