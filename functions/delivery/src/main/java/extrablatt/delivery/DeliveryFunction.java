package extrablatt.delivery;

import extrablatt.domain.Pause;
import extrablatt.domain.Pauses;
import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.delivery.LiveblogKiosk;
import extrablatt.domain.delivery.PublicLog;
import extrablatt.domain.delivery.PublicStore;
import extrablatt.domain.media.MediaAddresses;
import extrablatt.http.CacheControl;
import extrablatt.http.Cursors;
import extrablatt.http.HttpFunction;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import extrablatt.log.Line;
import extrablatt.log.Metric;
import extrablatt.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/** Answers every public read of JSON. */
public final class DeliveryFunction extends HttpFunction implements Resource {
  public DeliveryFunction() {
    this(System.getenv());
  }

  /** The function on the stores that the environment names, ready to answer at once. */
  public DeliveryFunction(Map<String, String> environment) {
    this(Storage.from(environment), environment);
  }

  private DeliveryFunction(Storage storage, Map<String, String> environment) {
    this(storage, environment, Clock.systemUTC());
    storage.prime();
    Core.getGlobalContext().register(this);
  }

  /** The function on stores that are open already. */
  public DeliveryFunction(Storage storage, Map<String, String> environment, Clock clock) {
    this(
        storage.publicDocuments(),
        storage.publicLiveblogs(),
        storage::mediaAddresses,
        environment,
        clock,
        Pauses.fullJitter());
  }

  /** The function on any stores, with a way to wait before it reads again. */
  public DeliveryFunction(
      PublicStore store,
      PublicLog liveblogs,
      Supplier<MediaAddresses> media,
      Map<String, String> environment,
      Clock clock,
      Pause pause) {
    super(
        router(
            new Kiosk(store, clock, CacheControl.DOCUMENT.longest()),
            new LiveblogKiosk(liveblogs, clock, pause),
            media,
            environment),
        CdnGuard.in(environment));
  }

  private static Router router(
      Kiosk kiosk,
      LiveblogKiosk liveblogs,
      Supplier<MediaAddresses> media,
      Map<String, String> environment) {
    var cursors = Cursors.from(environment);
    var lists = new Shelves(kiosk, cursors);
    return new ArticleEndpoints(kiosk, lists)
        .router()
        .and(new VideoTeaserEndpoints(kiosk, lists).router())
        .and(new LiveblogEndpoints(liveblogs, cursors, socket(environment)).router())
        .and(new MediaEndpoint(media).router())
        .and(new SiteEndpoints().router());
  }

  private static @Nullable String socket(Map<String, String> environment) {
    var url = environment.get("SOCKET_URL");
    return url == null || url.isBlank() ? null : url;
  }

  @Override
  protected void measure(Request request, Response response, Duration duration, Line line) {
    line.metric(Metric.DELIVERY_ANSWERS, 1, kind(response.status()));
  }

  static String kind(int status) {
    return switch (status) {
      case 304 -> "not-modified";
      case 404 -> "not-found";
      case 410 -> "gone";
      default -> status < 400 ? "fresh" : "error";
    };
  }

  /** Before SnapStart's snapshot one list is read, so that a restored function is warm. */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    handle(Request.of("GET /articles", "/articles").withHeader("Accept-Encoding", "gzip"));
  }

  /** Connections are opened anew by the first call. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
