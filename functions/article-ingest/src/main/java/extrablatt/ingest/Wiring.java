package extrablatt.ingest;

import extrablatt.domain.RandomIds;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.ingest.ArticleIngest;
import extrablatt.domain.ingest.DeliveredArticles;
import extrablatt.domain.ingest.IngestStores;
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
    return ingest(stores, environment.getOrDefault("DEFAULT_LANGUAGE", "de"), Clock.systemUTC());
  }

  static ArticleIngest ingest(IngestStores stores, String defaultLanguage, Clock clock) {
    var forms = new ArticleJson();
    var desk =
        new ArticleDesk(
            new ArticleWriting(
                stores.content(),
                forms,
                new TeaserJson(),
                new RandomIds(clock),
                clock,
                defaultLanguage));
    var articles = new DeliveredArticles(desk, stores, clock, new RandomPause());
    return new ArticleIngest(desk, Formats.standard(), stores, new ReceiptJson(), articles);
  }
}
