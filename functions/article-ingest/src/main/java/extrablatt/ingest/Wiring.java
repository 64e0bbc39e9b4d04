package extrablatt.ingest;

import extrablatt.domain.RandomIds;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.ingest.ArticleIngest;
import extrablatt.domain.ingest.DeliveredArticles;
import extrablatt.domain.ingest.IngestStores;
import extrablatt.domain.ingest.Pause;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.formats.Formats;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.ReceiptJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.storage.Storage;
import java.time.Clock;
import java.util.Map;

/** Puts ingest together on the real stores. */
final class Wiring {
  private Wiring() {}

  /**
   * Ingest as the environment says.
   *
   * @throws IllegalArgumentException naming the variable that is missing
   */
  static ArticleIngest ingest(Storage storage, Map<String, String> environment) {
    var stores =
        new IngestStores(storage.content(), storage.drops(), storage.origins(), storage.receipts());
    var language = environment.getOrDefault("DEFAULT_LANGUAGE", "de");
    return ingest(stores, language, Clock.systemUTC(), new RandomPause());
  }

  static ArticleIngest ingest(
      IngestStores stores, String defaultLanguage, Clock clock, Pause pause) {
    var desk = desk(stores.content(), defaultLanguage, clock);
    var articles = new DeliveredArticles(desk, stores, clock, pause);
    return new ArticleIngest(desk, Formats.standard(), stores, new ReceiptJson(), articles);
  }

  static ArticleDesk desk(ContentStore content, String defaultLanguage, Clock clock) {
    return new ArticleDesk(
        new ArticleWriting(
            content,
            new ArticleJson(),
            new TeaserJson(),
            new RandomIds(clock),
            clock,
            defaultLanguage));
  }
}
