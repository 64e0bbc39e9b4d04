package extrablatt.articles;

import extrablatt.domain.RandomIds;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.articles.KnownLiveblogs;
import extrablatt.domain.ingest.DocumentReader;
import extrablatt.domain.ingest.IngestQueue;
import extrablatt.domain.ingest.OriginStore;
import extrablatt.domain.ingest.ReceiptStore;
import extrablatt.domain.liveblogs.LiveblogTeasers;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.media.UploadAddresses;
import extrablatt.domain.media.UploadStore;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.IdempotencyStore;
import extrablatt.formats.Formats;
import extrablatt.formats.Site;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.CheckJson;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.http.Cursors;
import extrablatt.http.HttpFunction;
import extrablatt.http.Idempotency;
import extrablatt.http.NewsroomGuard;
import extrablatt.http.Router;
import extrablatt.storage.Storage;
import java.time.Clock;
import java.util.Map;

/** Answers the newsroom's calls about articles and about what became of dropped documents. */
public final class ArticlesFunction extends HttpFunction {
  /** Where the function reads and writes. */
  record Stores(
      ContentStore content,
      KnownLiveblogs liveblogs,
      OriginStore origins,
      ReceiptStore receipts,
      IdempotencyStore idempotency,
      IngestQueue queue,
      MediaLibrary media,
      UploadStore uploads,
      UploadAddresses addresses) {}

  /** Wired by the process's environment. */
  public ArticlesFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public ArticlesFunction(Map<String, String> environment) {
    this(environment, stores(Storage.from(environment)), Clock.systemUTC());
  }

  ArticlesFunction(Map<String, String> environment, Stores stores, Clock clock) {
    super(router(environment, stores, clock), NewsroomGuard.in(environment));
  }

  private static Stores stores(Storage storage) {
    storage.prime();
    return new Stores(
        storage.content(),
        new LiveblogTeasers(storage.liveblogs(), new LiveblogJson()),
        storage.origins(),
        storage.receipts(),
        storage.idempotency(),
        storage.ingestQueue(),
        storage.mediaLibrary(),
        storage.uploads(),
        storage.uploadAddresses());
  }

  private static Router router(Map<String, String> environment, Stores stores, Clock clock) {
    var language = environment.getOrDefault("DEFAULT_LANGUAGE", "de");
    var site = Site.of(environment.get("SITE_URL"));
    var json = new ArticleJson(site);
    DocumentReader reader = Formats.standard(site);
    var desk =
        new ArticleDesk(
            new ArticleWriting(
                stores.content(),
                json,
                new TeaserJson(),
                stores.liveblogs(),
                stores.media(),
                new RandomIds(clock),
                clock,
                language));
    var cursors = Cursors.from(environment);
    var idempotency = new Idempotency(stores.idempotency(), clock, Idempotency.LEASE);
    var bodies = new ArticleBodies(json, reader);
    var answers = new ArticleAnswers(json, clock);
    return new ArticleReadEndpoints(desk, answers, cursors)
        .router()
        .and(new ArticleCreation(desk, stores.origins(), bodies, answers, idempotency).router())
        .and(new ArticleWriteEndpoints(desk, bodies, answers, idempotency).router())
        .and(new ReceiptEndpoints(stores.receipts(), stores.queue(), cursors, idempotency).router())
        .and(
            new UploadEndpoint(
                    stores.uploads(),
                    stores.content(),
                    stores.addresses(),
                    idempotency,
                    new RandomIds(clock),
                    clock)
                .router())
        .and(new CheckEndpoint(desk, reader, new CheckJson(language), idempotency).router());
  }
}
