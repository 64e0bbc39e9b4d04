package extrablatt.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A client of the API, with a token or without one; headers are given as names and values. */
record Api(URI address, @Nullable String token) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Longer than the gateway lets any call last. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  Answer get(String path, String... headers) {
    return send("GET", path, new byte[0], headers);
  }

  Answer head(String path, String... headers) {
    return send("HEAD", path, new byte[0], headers);
  }

  Answer post(String path, String json, String... headers) {
    return send("POST", path, utf8(json), withType(headers, "application/json"));
  }

  Answer put(String path, String json, String... headers) {
    return send("PUT", path, utf8(json), withType(headers, "application/json"));
  }

  Answer patch(String path, String json, String... headers) {
    return send("PATCH", path, utf8(json), withType(headers, "application/merge-patch+json"));
  }

  /** A call with a body of any type, or without one. */
  Answer send(String method, String path, byte[] body, String... headers) {
    var publisher =
        body.length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body);
    var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    if (headers.length > 0) request.headers(headers);
    if (token != null) request.header("Authorization", "Bearer " + token);
    return answered(request.method(method, publisher).build());
  }

  static Answer answered(HttpRequest request) {
    try {
      return Answer.of(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The headers with a content type, unless they name one. */
  private static String[] withType(String[] headers, String type) {
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i].equalsIgnoreCase("Content-Type")) return headers;
    }
    var more = new String[headers.length + 2];
    System.arraycopy(headers, 0, more, 0, headers.length);
    more[headers.length] = "Content-Type";
    more[headers.length + 1] = type;
    return more;
  }
}
