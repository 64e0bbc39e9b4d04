package extrablatt.ingest;

import extrablatt.domain.IdGenerator;
import extrablatt.domain.Pause;
import extrablatt.domain.Pauses;
import extrablatt.domain.RandomIds;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleForms;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.articles.KnownLiveblogs;
import extrablatt.domain.ingest.DeliveredArticles;
import extrablatt.domain.ingest.DeliveredLiveblogs;
import extrablatt.domain.ingest.DeliveredTeasers;
import extrablatt.domain.ingest.DocumentReader;
import extrablatt.domain.ingest.Enclosures;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.IngestStores;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.liveblogs.LiveblogTeasers;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.formats.Formats;
import extrablatt.formats.Site;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.LiveblogJson;
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
  static Ingest ingest(Storage storage, Map<String, String> environment) {
    var stores =
        new IngestStores(storage.content(), storage.drops(), storage.origins(), storage.receipts());
    var clock = Clock.systemUTC();
    var site = Site.of(environment.get("SITE_URL"));
    var writing =
        writing(
            stores.content(),
            new ArticleJson(site),
            new LiveblogTeasers(storage.liveblogs(), new LiveblogJson()),
            storage.mediaLibrary(),
            environment.getOrDefault("DEFAULT_LANGUAGE", "de"),
            clock,
            new RandomIds(clock));
    var liveblogs =
        liveblogs(
            storage.liveblogs(),
            stores.content(),
            storage.mediaLibrary(),
            writing.defaultLanguage(),
            clock,
            writing.ids(),
            Pauses.fullJitter());
    var enclosures =
        new Enclosures(storage.uploads(), storage.mediaLibrary(), stores.drops(), clock);
    var reader = Formats.standard(site);
    return ingest(stores, reader, writing, liveblogs, enclosures, Pauses.fullJitter());
  }

  static Ingest ingest(
      IngestStores stores,
      DocumentReader reader,
      ArticleWriting writing,
      LiveblogWriting liveblogWriting,
      Enclosures enclosures,
      Pause pause) {
    var desk = new ArticleDesk(writing);
    var liveblogs = new DeliveredLiveblogs(liveblogWriting, stores);
    var articles = new DeliveredArticles(desk, liveblogs, stores, writing.clock(), pause);
    var teasers = new DeliveredTeasers(desk, stores, writing.clock(), pause);
    return Ingest.ofArticles(
        desk, reader, stores, new ReceiptJson(), articles, teasers, liveblogs, enclosures);
  }

  static LiveblogWriting liveblogs(
      LiveblogStore store,
      ContentStore content,
      MediaLibrary media,
      String defaultLanguage,
      Clock clock,
      IdGenerator ids,
      Pause pause) {
    return new LiveblogWriting(
        store,
        content,
        new LiveblogJson(),
        new EntryJson(),
        new TeaserJson(),
        media,
        ids,
        clock,
        defaultLanguage,
        pause);
  }

  static ArticleWriting writing(
      ContentStore content,
      ArticleForms forms,
      KnownLiveblogs liveblogs,
      MediaLibrary media,
      String defaultLanguage,
      Clock clock,
      IdGenerator ids) {
    return new ArticleWriting(
        content, forms, new TeaserJson(), liveblogs, media, ids, clock, defaultLanguage);
  }
}
