package extrablatt.delivery;

import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.delivery.PublicStore;
import extrablatt.http.CacheControl;
import extrablatt.http.Cursors;
import extrablatt.http.HttpFunction;
import extrablatt.http.Request;
import extrablatt.http.Router;
import extrablatt.storage.Storage;
import java.time.Clock;
import java.util.Map;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

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
    this(storage.publicDocuments(), Cursors.from(environment), Clock.systemUTC());
    storage.prime();
    Core.getGlobalContext().register(this);
  }

  DeliveryFunction(PublicStore store, Cursors cursors, Clock clock) {
    super(router(new Kiosk(store, clock, CacheControl.DOCUMENT.longest()), cursors));
  }

  private static Router router(Kiosk kiosk, Cursors cursors) {
    var lists = new Shelves(kiosk, cursors);
    return new ArticleEndpoints(kiosk, lists)
        .router()
        .and(new VideoTeaserEndpoints(kiosk, lists).router())
        .and(new SiteEndpoints().router());
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
