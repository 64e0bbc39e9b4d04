package extrablatt.videos;

import extrablatt.domain.RandomIds;
import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.delivery.PublicStore;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.IdempotencyStore;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.formats.json.TeaserJson;
import extrablatt.http.Cursors;
import extrablatt.http.HttpFunction;
import extrablatt.http.Idempotency;
import extrablatt.http.NewsroomGuard;
import extrablatt.http.Router;
import extrablatt.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Answers the newsroom's calls about video teasers. */
public final class VideoTeasersFunction extends HttpFunction {
  /** Where the function reads and writes. */
  record Stores(
      ContentStore content,
      PublicStore publicDocuments,
      MediaLibrary media,
      IdempotencyStore idempotency) {}

  /** Wired by the process's environment. */
  public VideoTeasersFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public VideoTeasersFunction(Map<String, String> environment) {
    this(environment, stores(Storage.from(environment)), Clock.systemUTC());
  }

  VideoTeasersFunction(Map<String, String> environment, Stores stores, Clock clock) {
    super(router(environment, stores, clock), NewsroomGuard.in(environment));
  }

  private static Stores stores(Storage storage) {
    storage.prime();
    return new Stores(
        storage.content(),
        storage.publicDocuments(),
        storage.mediaLibrary(),
        storage.idempotency());
  }

  private static Router router(Map<String, String> environment, Stores stores, Clock clock) {
    var json = new TeaserJson();
    var desk = new TeaserDesk(stores.content(), json, stores.media(), new RandomIds(clock), clock);
    var kiosk = new Kiosk(stores.publicDocuments(), clock, Duration.ZERO);
    var answers = new TeaserAnswers(json, clock);
    var idempotency = new Idempotency(stores.idempotency(), clock, Idempotency.LEASE);
    return new TeaserReadEndpoints(desk, answers, kiosk, Cursors.from(environment))
        .router()
        .and(new TeaserWriteEndpoints(desk, new TeaserBodies(json), answers, idempotency).router());
  }
}
