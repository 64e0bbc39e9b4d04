package extrablatt.benchmarks.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.http.Claims;
import extrablatt.http.Request;
import java.util.Map;

/** The requests of editors. */
final class Desk {
  private static final Claims EDITOR =
      Claims.of(Map.of("client_id", "desk", "scope", "liveblogs:write liveblogs:read"));
  private static final String LIVEBLOGS = "/newsroom/liveblogs";

  private Desk() {}

  static Request create(String body) {
    return with(Request.of("POST " + LIVEBLOGS, LIVEBLOGS), body);
  }

  static Request on(String method, String liveblog, String below, String body) {
    return with(
        Request.of(method + " " + LIVEBLOGS + "/{id}" + below, LIVEBLOGS + "/" + liveblog + below)
            .withPathParameter("id", liveblog),
        body);
  }

  static Request onEntry(String method, String liveblog, String entry, String below, String body) {
    return with(
        Request.of(
                method + " " + LIVEBLOGS + "/{id}/entries/{entryId}" + below,
                LIVEBLOGS + "/" + liveblog + "/entries/" + entry + below)
            .withPathParameter("id", liveblog)
            .withPathParameter("entryId", entry),
        body);
  }

  private static Request with(Request request, String body) {
    var sent = request.as(EDITOR);
    return body.isEmpty() ? sent : sent.withBody(Bytes.utf8(body));
  }
}
