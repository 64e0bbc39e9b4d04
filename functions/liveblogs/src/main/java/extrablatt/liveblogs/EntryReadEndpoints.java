package extrablatt.liveblogs;

import extrablatt.domain.EntryId;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.Ulids;
import extrablatt.domain.liveblogs.Entry;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.http.Cursors;
import extrablatt.http.Lists;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;

/** How the newsroom reads entries. */
final class EntryReadEndpoints {
  private final LiveblogDesk liveblogs;
  private final EntryDesk desk;
  private final EntryAnswers answers;
  private final Cursors cursors;

  EntryReadEndpoints(
      LiveblogDesk liveblogs, EntryDesk desk, EntryAnswers answers, Cursors cursors) {
    this.liveblogs = liveblogs;
    this.desk = desk;
    this.answers = answers;
    this.cursors = cursors;
  }

  Router router() {
    return Router.of("GET /newsroom/liveblogs/{id}/entries", this::list)
        .and("GET /newsroom/liveblogs/{id}/entries/{entryId}", this::show);
  }

  /** The entry that a route names; what cannot be an id belongs to none. */
  static Entry found(EntryDesk desk, Liveblog liveblog, Request request) {
    var id = request.pathParameter("entryId");
    if (!Ulids.isUlid(id)) throw new NotFound("There is no entry " + id + ".");
    return desk.find(liveblog.id(), new EntryId(id));
  }

  private Response show(Request request) {
    var entry = found(desk, LiveblogReadEndpoints.found(liveblogs, request), request);
    Parameters.of(request);
    return answers.shown(desk.view(entry));
  }

  private Response list(Request request) {
    var liveblog = LiveblogReadEndpoints.found(liveblogs, request);
    var parameters = Parameters.of(request, "limit", "cursor");
    var list = "newsroom/liveblogs/" + liveblog.id() + "/entries";
    var page = desk.list(liveblog.id(), cursors.page(list, parameters));
    var items = page.items().stream().map(answers::form).toList();
    return Lists.answer(request, parameters, items, cursors.next(list, page.next()));
  }
}
