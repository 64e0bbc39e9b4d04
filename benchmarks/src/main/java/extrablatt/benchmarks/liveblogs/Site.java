package extrablatt.benchmarks.liveblogs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import extrablatt.http.Request;
import extrablatt.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** The requests of readers, and what the answers say. */
final class Site {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Site() {}

  static Request snapshot(String liveblog) {
    return request(liveblog, "", "");
  }

  static Request changes(String liveblog, String query) {
    return request(liveblog, "/changes", query);
  }

  static Request entries(String liveblog, String query) {
    return request(liveblog, "/entries", query);
  }

  static Request entry(String liveblog, String entry) {
    var path = "/liveblogs/" + liveblog + "/entries/" + entry;
    return Request.of("GET /liveblogs/{idOrSlug}/entries/{entryId}", path)
        .withPathParameter("idOrSlug", liveblog)
        .withPathParameter("entryId", entry);
  }

  private static Request request(String liveblog, String below, String query) {
    return Request.of("GET /liveblogs/{idOrSlug}" + below, "/liveblogs/" + liveblog + below)
        .withPathParameter("idOrSlug", liveblog)
        .withQuery(query);
  }

  /** What an answer says. */
  static JsonNode json(Response response) {
    try {
      return JSON.readTree(bytes(response));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] bytes(Response response) throws IOException {
    var bytes = response.body().array();
    if (response.header("content-encoding").isEmpty()) return bytes;
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    }
  }
}
