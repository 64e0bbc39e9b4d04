package extrablatt.delivery;

import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.publishing.ListName;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;

/** Reads video teasers. */
final class VideoTeaserEndpoints {
  private final Kiosk kiosk;
  private final Shelves shelves;
  private final Shipping shipping = new Shipping("/video-teasers", "video teaser");

  VideoTeaserEndpoints(Kiosk kiosk, Shelves shelves) {
    this.kiosk = kiosk;
    this.shelves = shelves;
  }

  Router router() {
    return Router.of("GET /video-teasers", this::list).and("GET /video-teasers/{id}", this::teaser);
  }

  private Response list(Request request) {
    var parameters = Parameters.of(request, "topic", "limit", "cursor");
    var list =
        parameters
            .text("topic")
            .<ListName>map(ListName.TeaserTopic::new)
            .orElseGet(ListName.Teasers::new);
    return shelves.page(request, parameters, list);
  }

  private Response teaser(Request request) {
    var found = kiosk.teaser(request.pathParameter("id"), Viewer.country(request));
    return shipping.answer(request, found);
  }
}
