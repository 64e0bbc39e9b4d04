package extrablatt.liveblogs;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.Ulids;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.http.Cursors;
import extrablatt.http.Lists;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.util.Locale;

/** How the newsroom reads liveblogs. */
final class LiveblogReadEndpoints {
  private final LiveblogDesk desk;
  private final LiveblogJson json;
  private final LiveblogAnswers answers;
  private final Cursors cursors;

  LiveblogReadEndpoints(
      LiveblogDesk desk, LiveblogJson json, LiveblogAnswers answers, Cursors cursors) {
    this.desk = desk;
    this.json = json;
    this.answers = answers;
    this.cursors = cursors;
  }

  Router router() {
    return Router.of("GET /newsroom/liveblogs", this::list)
        .and("GET /newsroom/liveblogs/{id}", this::show);
  }

  /** The liveblog that a route names; what cannot be an id belongs to none. */
  static Liveblog found(LiveblogDesk desk, Request request) {
    var id = request.pathParameter("id");
    if (!Ulids.isUlid(id)) throw new NotFound("There is no liveblog " + id + ".");
    return desk.find(new LiveblogId(id));
  }

  private Response show(Request request) {
    var liveblog = found(desk, request);
    Parameters.of(request);
    return answers.shown(liveblog);
  }

  private Response list(Request request) {
    var parameters = Parameters.of(request, "status", "limit", "cursor");
    var status = parameters.text("status").orElse(null);
    var list = "newsroom/liveblogs?status=" + (status == null ? "" : status);
    var page = desk.list(cursors.page(list, parameters));
    var items =
        page.items().stream()
            .filter(liveblog -> status == null || status.equals(status(liveblog)))
            .map(liveblog -> json.newsroomForm(liveblog, desk.content(liveblog)))
            .toList();
    return Lists.answer(request, parameters, items, cursors.next(list, page.next()));
  }

  private static String status(Liveblog liveblog) {
    return liveblog.head().status().name().toLowerCase(Locale.ROOT);
  }
}
