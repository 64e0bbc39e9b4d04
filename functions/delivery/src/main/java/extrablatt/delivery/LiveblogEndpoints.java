package extrablatt.delivery;

import extrablatt.domain.Bytes;
import extrablatt.domain.delivery.LiveblogAnswers.Changes;
import extrablatt.domain.delivery.LiveblogAnswers.Entries;
import extrablatt.domain.delivery.LiveblogAnswers.Snapshot;
import extrablatt.domain.delivery.LiveblogFound;
import extrablatt.domain.delivery.LiveblogKiosk;
import extrablatt.http.CacheControl;
import extrablatt.http.Cursors;
import extrablatt.http.Lists;
import extrablatt.http.Parameters;
import extrablatt.http.Refusal;
import extrablatt.http.Representation;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads liveblogs, their entries and what changed in them. */
final class LiveblogEndpoints {
  private static final int USUAL_CHANGES = 100;
  private static final int MOST_CHANGES = 500;

  private final LiveblogKiosk kiosk;
  private final Cursors cursors;
  private final LiveblogBodies bodies;

  /** Endpoints whose snapshots name that address of the socket; without one they name none. */
  LiveblogEndpoints(LiveblogKiosk kiosk, Cursors cursors, @Nullable String socket) {
    this.kiosk = kiosk;
    this.cursors = cursors;
    this.bodies = new LiveblogBodies(socket);
  }

  Router router() {
    return Router.of("GET /liveblogs", this::list)
        .and("GET /liveblogs/{idOrSlug}", this::snapshot)
        .and("GET /liveblogs/{idOrSlug}/entries", this::entries)
        .and("GET /liveblogs/{idOrSlug}/entries/{entryId}", this::entry)
        .and("GET /liveblogs/{idOrSlug}/changes", this::changes);
  }

  private Response list(Request request) {
    var parameters = Parameters.of(request, "limit", "cursor");
    var page = kiosk.list(cursors.page("liveblogs", parameters));
    var next = cursors.next("liveblogs", page.next());
    var answer =
        Representation.made("application/json", Lists.body(page.items(), next))
            .answer(request, CacheControl.DOCUMENT, Viewer.vary(false));
    return Lists.withLink(answer, request, parameters, next);
  }

  private Response snapshot(Request request) {
    parameters(request);
    return answer(
        request,
        kiosk.snapshot(liveblog(request), Viewer.country(request)),
        (Snapshot snapshot) -> bodies.snapshot(snapshot),
        _ -> CacheControl.LIVE);
  }

  private Response changes(Request request) {
    var parameters = parameters(request, "after", "limit");
    long after = checked(request, parameters, given -> given.count("after"));
    int limit = checked(request, parameters, given -> given.limit(USUAL_CHANGES, MOST_CHANGES));
    return answer(
        request,
        kiosk.changes(liveblog(request), after, limit, Viewer.country(request)),
        bodies::changes,
        (Changes changes) -> changes.hasMore() ? CacheControl.PAST_CHANGES : CacheControl.LIVE);
  }

  private Response entries(Request request) {
    var parameters = parameters(request, "keyEvents", "limit", "cursor");
    boolean keyEvents = checked(request, parameters, given -> given.flag("keyEvents"));
    var list = "liveblogs/" + liveblog(request) + "/entries?keyEvents=" + keyEvents;
    var page = checked(request, parameters, given -> cursors.page(list, given));
    var found = kiosk.entries(liveblog(request), keyEvents, page, Viewer.country(request));
    var answer =
        answer(
            request,
            found,
            (Entries entries) -> Lists.body(entries.items(), cursors.next(list, entries.next())),
            _ -> CacheControl.LIVE);
    return found instanceof LiveblogFound.Shown<Entries> shown
        ? Lists.withLink(answer, request, parameters, cursors.next(list, shown.value().next()))
        : answer;
  }

  private Response entry(Request request) {
    parameters(request);
    var entryId = request.pathParameter("entryId");
    return answer(
        request,
        kiosk.entry(liveblog(request), entryId, Viewer.country(request)),
        Function.<Bytes>identity(),
        _ -> CacheControl.LIVE);
  }

  private static String liveblog(Request request) {
    return request.pathParameter("idOrSlug");
  }

  private Parameters parameters(Request request, String... names) {
    return checked(request, request, given -> Parameters.of(given, names));
  }

  /** A liveblog that is not there weighs more than a parameter that makes no sense. */
  private <T, R> R checked(Request request, T given, Function<T, R> reading) {
    try {
      return reading.apply(given);
    } catch (Refusal refusal) {
      refuse(kiosk.standing(liveblog(request)));
      throw refusal;
    }
  }

  private static <T> Response answer(
      Request request,
      LiveblogFound<T> found,
      Function<T, Bytes> body,
      Function<T, CacheControl> caching) {
    if (found instanceof LiveblogFound.Shown<T>(var value, var dependsOnCountry, var moment)) {
      var cacheControl = caching.apply(value).until(moment.now(), moment.nextChange());
      return Representation.made("application/json", body.apply(value))
          .answer(request, cacheControl, Viewer.vary(dependsOnCountry));
    }
    if (found instanceof LiveblogFound.Moved<T>(var slug))
      return Response.of(308)
          .with("Location", "/liveblogs/" + slug)
          .with("Cache-Control", CacheControl.REDIRECT.toString());
    refuse(found);
    throw new IllegalStateException("unknown answer: " + found);
  }

  private static <T> void refuse(LiveblogFound<T> found) {
    switch (found) {
      case LiveblogFound.Withdrawn<T>(var reason, var at) ->
          throw Refusal.withdrawn("The liveblog was withdrawn.", reason, at);
      case LiveblogFound.Ahead<T>() ->
          throw Refusal.resync("There are no such changes: take a new snapshot.");
      case LiveblogFound.NotFound<T>() -> throw Refusal.notFound("There is no such liveblog.");
      case LiveblogFound.Shown<T> _, LiveblogFound.Moved<T> _ -> {}
    }
  }
}
