package extrablatt.videos;

import extrablatt.domain.Bytes;
import extrablatt.domain.PageRequest;
import extrablatt.domain.delivery.Found;
import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.ListName;
import extrablatt.http.Claims;
import extrablatt.http.Gzip;
import extrablatt.http.Request;
import extrablatt.testing.HandClock;
import extrablatt.testing.InMemoryStores;
import extrablatt.videos.VideoTeasersFunction.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A newsroom that calls the function, and a reader beside it, on stores in memory. */
final class Newsroom {
  static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  private static final String ROUTE = "/newsroom/video-teasers";

  final InMemoryStores stores = new InMemoryStores();
  final HandClock clock = new HandClock(NOON);
  private final Kiosk kiosk = new Kiosk(stores.content(), clock, Duration.ZERO);
  private final VideoTeasersFunction function;

  Newsroom() {
    this(content -> content);
  }

  /** With something between the function and its store. */
  Newsroom(UnaryOperator<ContentStore> between) {
    function =
        new VideoTeasersFunction(
            Map.of("CURSOR_SECRET", "only for tests"),
            new Stores(
                between.apply(stores.content()),
                stores.content(),
                stores.mediaLibrary(),
                stores.idempotency()),
            clock);
  }

  Answer create(String body, String... headers) {
    return call(with(request("POST " + ROUTE, ROUTE, body), headers));
  }

  /** A new teaser's id. */
  String created(String body) {
    var answer = create(body);
    if (answer.status() != 201) throw new AssertionError(answer.body());
    return answer.value("id");
  }

  /** The id of a teaser that is public from now on. */
  String published(String body) {
    var id = created(body);
    var answer = publish(id, "");
    if (answer.status() != 200) throw new AssertionError(answer.body());
    return id;
  }

  Answer get(String id) {
    return on(id, "GET", "", "");
  }

  Answer put(String id, String body, String... headers) {
    return on(id, "PUT", "", body, headers);
  }

  Answer patch(String id, String body, String... headers) {
    var request = request(id, "PATCH", "", body);
    return call(with(request.withHeader("Content-Type", "application/merge-patch+json"), headers));
  }

  Answer publish(String id, String body, String... headers) {
    return on(id, "POST", "/publish", body, headers);
  }

  Answer withdraw(String id, String reason, String... headers) {
    return on(id, "POST", "/withdraw", "{\"reason\": \"" + reason + "\"}", headers);
  }

  Answer revisions(String id, String query) {
    return call(request(id, "GET", "/revisions", "").withQuery(query));
  }

  Answer revision(String id, String number) {
    return call(
        Request.of("GET " + ROUTE + "/{id}/revisions/{revision}", path(id) + "/revisions/" + number)
            .withPathParameter("id", id)
            .withPathParameter("revision", number)
            .as(desk()));
  }

  Answer list(String query) {
    return call(request("GET " + ROUTE, ROUTE, "").withQuery(query));
  }

  Answer on(String id, String method, String action, String body, String... headers) {
    return call(with(request(id, method, action, body), headers));
  }

  Answer call(Request request) {
    return new Answer(function.handle(request));
  }

  static Request request(String id, String method, String action, String body) {
    return request(method + " " + ROUTE + "/{id}" + action, path(id) + action, body)
        .withPathParameter("id", id);
  }

  static Request request(String route, String path, String body) {
    var request = Request.of(route, path).as(desk());
    return body.isEmpty() ? request : request.withBody(Bytes.utf8(body));
  }

  private static String path(String id) {
    return ROUTE + "/" + id;
  }

  private static Claims desk() {
    return Claims.of(Map.of("client_id", "desk", "scope", "videos:write videos:read"));
  }

  private static Request with(Request request, String... headers) {
    var all = request;
    for (int i = 0; i < headers.length; i += 2) all = all.withHeader(headers[i], headers[i + 1]);
    return all;
  }

  /** What the public reads of a teaser, or meets instead. */
  String read(String id) {
    return switch (kiosk.teaser(id, null)) {
      case Found.Stored(var gzip, _, _) -> Gzip.decompressed(gzip).text();
      case Found.Joined(var json, _, _) -> json.text();
      case Found.Withdrawn(var reason, _) -> "withdrawn: " + reason;
      case Found.Expired _ -> "expired";
      case Found.NotFound _ -> "not found";
      case Found.NotInThisForm other -> throw new AssertionError(other);
      case Found.Moved _ -> throw new AssertionError("a teaser has no slug");
    };
  }

  /** The summaries that a public list shows now. */
  List<String> reads(ListName list) {
    return kiosk.list(list, new PageRequest(100, null), null).page().items().stream()
        .map(Bytes::text)
        .toList();
  }
}
