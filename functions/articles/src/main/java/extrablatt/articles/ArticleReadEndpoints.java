package extrablatt.articles;

import extrablatt.domain.ArticleId;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.Ulids;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.publishing.ContentStore.DeskLine;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Revision;
import extrablatt.http.Cursors;
import extrablatt.http.Lists;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the newsroom reads articles. */
final class ArticleReadEndpoints {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final ArticleDesk desk;
  private final ArticleAnswers answers;
  private final Cursors cursors;

  ArticleReadEndpoints(ArticleDesk desk, ArticleAnswers answers, Cursors cursors) {
    this.desk = desk;
    this.answers = answers;
    this.cursors = cursors;
  }

  Router router() {
    return Router.of("GET /newsroom/articles", this::list)
        .and("GET /newsroom/articles/{id}", this::show)
        .and("GET /newsroom/articles/{id}/revisions", this::revisions)
        .and("GET /newsroom/articles/{id}/revisions/{revision}", this::revision);
  }

  /** The article that a route names; what cannot be an id belongs to none. */
  static Publication found(ArticleDesk desk, Request request) {
    var id = request.pathParameter("id");
    if (!Ulids.isUlid(id)) throw new NotFound("There is no article " + id + ".");
    return desk.find(new ArticleId(id));
  }

  private Response show(Request request) {
    var publication = found(desk, request);
    Parameters.of(request);
    return answers.shown(desk.view(publication));
  }

  private Response list(Request request) {
    var parameters = Parameters.of(request, "status", "limit", "cursor");
    var status = parameters.text("status").orElse(null);
    var list = "newsroom/articles?status=" + (status == null ? "" : status);
    var page = desk.list(cursors.page(list, parameters));
    var now = answers.now();
    var items =
        page.items().stream()
            .filter(line -> status == null || status.equals(status(line, now)))
            .map(line -> answers.json().newsroomSummary(line.publication(), line.line(), now))
            .toList();
    return Lists.answer(request, parameters, items, cursors.next(list, page.next()));
  }

  private static String status(DeskLine line, Instant now) {
    return line.publication().statusAt(now).name().toLowerCase(Locale.ROOT);
  }

  private Response revisions(Request request) {
    var publication = found(desk, request);
    var parameters = Parameters.of(request, "limit", "cursor");
    var list = "newsroom/articles/" + publication.id().value() + "/revisions";
    var id = (ArticleId) publication.id();
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
    if (!NUMBER.matcher(number).matches()) {
      throw new NotFound("The article has no revision " + number + ".");
    }
    var view = desk.view(publication, Integer.parseInt(number));
    Parameters.of(request);
    return answers.shown(view);
  }
}
