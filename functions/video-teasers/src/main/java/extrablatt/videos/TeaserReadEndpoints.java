package extrablatt.videos;

import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.TeaserId;
import extrablatt.domain.Ulids;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.formats.json.TeaserJson;
import extrablatt.http.Cursors;
import extrablatt.http.EntityTag;
import extrablatt.http.Lists;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.time.Clock;

/** How the newsroom reads video teasers. */
final class TeaserReadEndpoints {
  private static final String LIST = "newsroom/video-teasers";

  private final TeaserDesk desk;
  private final TeaserJson json;
  private final Cursors cursors;
  private final Clock clock;

  TeaserReadEndpoints(TeaserDesk desk, TeaserJson json, Cursors cursors, Clock clock) {
    this.desk = desk;
    this.json = json;
    this.cursors = cursors;
    this.clock = clock;
  }

  Router router() {
    return Router.of("GET /newsroom/video-teasers", this::list)
        .and("GET /newsroom/video-teasers/{id}", this::show);
  }

  private Response show(Request request) {
    Parameters.of(request);
    var id = request.pathParameter("id");
    if (!Ulids.isUlid(id)) throw new NotFound("There is no video teaser " + id + ".");
    var view = desk.view(new TeaserId(id));
    return Response.json(200, json.newsroomForm(view, clock.instant()))
        .with("ETag", EntityTag.ofVersion(view.publication().version()).toString());
  }

  private Response list(Request request) {
    var parameters = Parameters.of(request, "limit", "cursor");
    var page = desk.list(cursors.page(LIST, parameters));
    var now = clock.instant();
    var items =
        page.items().stream()
            .map(line -> json.newsroomSummary(line.publication(), line.line(), now))
            .toList();
    return Lists.answer(request, parameters, items, cursors.next(LIST, page.next()));
  }
}
