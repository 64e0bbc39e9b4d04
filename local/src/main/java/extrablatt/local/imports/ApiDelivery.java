package extrablatt.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DocumentReader;
import extrablatt.domain.ingest.Source;
import extrablatt.local.imports.ImportReport.Line;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Posts documents to the Newsroom API of any stack. Who has no drop bucket has no receipts: a
 * document whose guid is known is refused there, and one that holds several, or takes one back, is
 * too.
 */
public final class ApiDelivery implements Delivery {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
  private static final int TRIES = 6;

  /** By which media type the API knows a format that shares its file name's ending. */
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "json", "application/json",
          "page-text", "text/plain",
          "ninjs", "application/ninjs+json",
          "ans", "application/vnd.arc.ans+json",
          "dpa-digitalwires", "application/vnd.dpa.digitalwires+json",
          "newsml-g2", "application/vnd.iptc.g2.newsitem+xml",
          "nitf", "application/nitf+xml",
          "markdown", "text/markdown",
          "html", "text/html",
          "feed", "application/rss+xml");

  private final HttpClient http = HttpClient.newHttpClient();
  private final DocumentReader reader;
  private final URI articles;
  private final String token;

  /**
   * To an API.
   *
   * @param api the API's address, with or without a slash at its end
   * @param drafts whether documents are saved only, and not published
   */
  public ApiDelivery(
      DocumentReader reader, URI api, String token, String provider, boolean drafts) {
    this.reader = reader;
    this.token = token;
    this.articles =
        URI.create(
            api.toString().replaceFirst("/+$", "")
                + "/newsroom/articles?provider="
                + URLEncoder.encode(provider, StandardCharsets.UTF_8)
                + (drafts ? "" : "&publish=true"));
  }

  @Override
  public String key(Document document) {
    return articles + "#" + document.name();
  }

  /** The same document is the same call, so that a lost answer makes no second article. */
  @Override
  public Line deliver(Document document, String sha256, Document.Payload payload)
      throws IOException {
    var bytes = payload.bytes().array();
    var request =
        HttpRequest.newBuilder(articles)
            .timeout(LONGEST_CALL)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", mediaType(document.name(), bytes))
            .header("Idempotency-Key", "import-" + sha256)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    for (int tries = 1; ; tries++) {
      var answer = send(request);
      boolean isPassing = answer.statusCode() == 503 || answer.statusCode() == 429;
      if (!isPassing || tries == TRIES) return line(document, sha256, answer);
      LockSupport.parkNanos(pause(answer).toNanos());
    }
  }

  /** What the document is, the API is told: of a type that says nothing it takes its own JSON. */
  private String mediaType(String name, byte[] bytes) {
    var file = name.substring(name.lastIndexOf('/') + 1);
    var format = reader.read(new Source(Bytes.of(bytes), file, null, Map.of())).format();
    return MEDIA_TYPES.getOrDefault(format, "application/octet-stream");
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (ConnectException nobody) {
      throw new Unreachable(articles, "is the address that --to gives right?", nobody);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while posting", interrupted);
    }
  }

  private static Duration pause(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,3}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ofSeconds(1));
  }

  private Line line(Document document, String sha256, HttpResponse<String> answer) {
    var json = json(answer.body());
    var name = document.name();
    var key = key(document);
    return switch (answer.statusCode()) {
      case 201 -> new Line(name, sha256, key, "accepted", json.path("id").textValue(), null);
      case 401, 403 ->
          throw new Unreachable(
              articles,
              "the token is not taken (%d %s); it needs articles:write, and articles:publish without --drafts"
                  .formatted(answer.statusCode(), answer.body()));
      case 409 -> new Line(name, sha256, key, "conflict", null, told(json));
      default ->
          new Line(
              name,
              sha256,
              key,
              answer.statusCode() < 500 ? "rejected" : "failed",
              null,
              answer.statusCode() + " " + told(json));
    };
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException other) {
      return JSON.createObjectNode().put("detail", body);
    }
  }

  private static @Nullable String told(JsonNode problem) {
    var detail = problem.path("detail").asText();
    var errors = problem.path("errors");
    return errors.size() > 1 ? detail + " " + errors : detail;
  }
}
