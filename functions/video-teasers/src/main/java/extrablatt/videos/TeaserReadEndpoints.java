package extrablatt.videos;

import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.TeaserId;
import extrablatt.domain.Ulids;
import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.http.Cursors;
import extrablatt.http.Lists;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.time.Instant;
import java.util.regex.Pattern;

/** How the newsroom reads video teasers. */
final class TeaserReadEndpoints {
  private static final String LIST = "newsroom/video-teasers";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final TeaserDesk desk;
  private final TeaserAnswers answers;
  private final Kiosk kiosk;
  private final Cursors cursors;

  TeaserReadEndpoints(TeaserDesk desk, TeaserAnswers answers, Kiosk kiosk, Cursors cursors) {
    this.desk = desk;
    this.kiosk = kiosk;
    this.answers = answers;
    this.cursors = cursors;
  }

  Router router() {
    return Router.of("GET /newsroom/video-teasers", this::list)
        .and("GET /newsroom/video-teasers/{id}", this::show)
        .and("GET /newsroom/video-teasers/{id}/revisions", this::revisions)
        .and("GET /newsroom/video-teasers/{id}/revisions/{revision}", this::revision);
  }

  /** The teaser that a route names; what cannot be an id belongs to none. */
  static Publication found(TeaserDesk desk, Request request) {
    var id = request.pathParameter("id");
    if (!Ulids.isUlid(id)) throw new NotFound("There is no video teaser " + id + ".");
    return desk.find(new TeaserId(id));
  }

  private Response show(Request request) {
    var publication = found(desk, request);
    Parameters.of(request);
    var articles = kiosk.articlesWith((TeaserId) publication.id(), null).page().items();
    return answers.shown(desk.view(publication), articles);
  }

  private Response list(Request request) {
    var parameters = Parameters.of(request, "limit", "cursor");
    var page = desk.list(cursors.page(LIST, parameters));
    var now = answers.now();
    var items =
        page.items().stream()
            .map(line -> answers.json().newsroomSummary(line.publication(), line.line(), now))
            .toList();
    return Lists.answer(request, parameters, items, cursors.next(LIST, page.next()));
  }

  private Response revisions(Request request) {
    var publication = found(desk, request);
    var parameters = Parameters.of(request, "limit", "cursor");
    var list = LIST + "/" + publication.id().value() + "/revisions";
    var id = (TeaserId) publication.id();
    var page = desk.revisions(id, cursors.page(list, parameters));
    var now = answers.now();
    var items =
        page.items().stream()
            .map(line -> answers.json().revisionLine(line, isLive(publication, line, now)))
            .toList();
    return Lists.answer(request, parameters, items, cursors.next(list, page.next()));
  }

  private static boolean isLive(Publication publication, Revision.Line line, Instant now) {
    return publication.visibleAt(now).filter(span -> span.revision() == line.number()).isPresent();
  }

  private Response revision(Request request) {
    var publication = found(desk, request);
    var number = request.pathParameter("revision");
    if (!NUMBER.matcher(number).matches())
      throw new NotFound("The teaser has no revision " + number + ".");
    var view = desk.view(publication, Integer.parseInt(number));
    Parameters.of(request);
    return answers.shown(view);
  }
}
