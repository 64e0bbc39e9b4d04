package extrablatt.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.http.Claims;
import extrablatt.http.Request;
import extrablatt.liveblogs.LiveblogsFunction.Stores;
import extrablatt.testing.HandClock;
import extrablatt.testing.InMemoryStores;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A newsroom that calls the function, on stores in memory. */
final class Newsroom {
  static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  static final Map<String, String> ENVIRONMENT =
      Map.of("CURSOR_SECRET", "only for tests", "DEFAULT_LANGUAGE", "de");

  private static final String LIVEBLOG = "/newsroom/liveblogs/{id}";

  final InMemoryStores stores = new InMemoryStores();
  final HandClock clock = new HandClock(NOON);
  private final LiveblogsFunction function;

  Newsroom() {
    function = function(stores.liveblogs());
  }

  /** With something between the function and its store. */
  Newsroom(UnaryOperator<LiveblogStore> between) {
    function = function(between.apply(stores.liveblogs()));
  }

  private LiveblogsFunction function(LiveblogStore liveblogs) {
    return new LiveblogsFunction(
        ENVIRONMENT,
        new Stores(liveblogs, stores.content(), stores.mediaLibrary(), stores.idempotency()),
        clock);
  }

  /** A live liveblog in those stores. */
  static LiveblogId liveblogIn(InMemoryStores stores, Clock clock) {
    var writing =
        Wiring.writing(
            ENVIRONMENT, stores.liveblogs(), stores.content(), MediaLibrary.NONE, clock, _ -> {});
    var content = new LiveblogJson().read(Bytes.utf8("{\"headline\": \"Die Flut\"}"));
    var caller = new Caller("desk");
    return new LiveblogDesk(writing).create(content, LiveblogStatus.LIVE, caller, _ -> null).id();
  }

  /** A liveblog of that status. */
  LiveblogId liveblog(String status) {
    var answer = create("{\"headline\": \"Die Flut\", \"status\": \"" + status + "\"}");
    if (answer.status() != 201) throw new AssertionError(answer.body());
    return new LiveblogId(answer.value("id"));
  }

  Answer create(String body) {
    return call(request("POST /newsroom/liveblogs", "/newsroom/liveblogs", body));
  }

  Answer get(LiveblogId id) {
    return on(id, "GET", "", "");
  }

  Answer on(LiveblogId id, String method, String action, String body, String... headers) {
    return call(with(liveblogRequest(id.value(), method, action, body), headers));
  }

  Answer onLiveblog(String id, String method, String action, String body) {
    return call(liveblogRequest(id, method, action, body));
  }

  private static Request liveblogRequest(String id, String method, String action, String body) {
    return request(method + " " + LIVEBLOG + action, "/newsroom/liveblogs/" + id + action, body)
        .withPathParameter("id", id);
  }

  Answer post(LiveblogId id, String body, String... headers) {
    return on(id, "POST", "/entries", body, headers);
  }

  /** A new entry's id. */
  String posted(LiveblogId id, String headline) {
    var answer = post(id, "{\"headline\": \"" + headline + "\"}");
    if (answer.status() != 201) throw new AssertionError(answer.body());
    return answer.value("id");
  }

  Answer onEntry(
      LiveblogId id, String entry, String method, String action, String body, String... headers) {
    var path = "/newsroom/liveblogs/" + id + "/entries/" + entry + action;
    var request =
        request(method + " " + LIVEBLOG + "/entries/{entryId}" + action, path, body)
            .withPathParameter("id", id.value())
            .withPathParameter("entryId", entry);
    return call(with(request, headers));
  }

  Answer liveblogs(String query) {
    return call(request("GET /newsroom/liveblogs", "/newsroom/liveblogs", "").withQuery(query));
  }

  Answer entries(LiveblogId id, String query) {
    return call(liveblogRequest(id.value(), "GET", "/entries", "").withQuery(query));
  }

  Answer call(Request request) {
    return new Answer(function.handle(request));
  }

  static Request request(String route, String path, String body) {
    return Request.of(route, path)
        .withBody(Bytes.utf8(body))
        .as(Claims.of(Map.of("client_id", "desk", "scope", "liveblogs:write liveblogs:read")));
  }

  private static Request with(Request request, String... headers) {
    var all = request;
    for (int i = 0; i < headers.length; i += 2) all = all.withHeader(headers[i], headers[i + 1]);
    return all;
  }
}
