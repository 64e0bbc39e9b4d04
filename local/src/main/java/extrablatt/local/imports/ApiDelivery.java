package extrablatt.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DocumentReader;
import extrablatt.domain.ingest.Reading;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Posts documents to the Newsroom API of any stack. Who has no drop bucket has no receipts: a
 * document whose guid is known is refused there, and so is one that takes another back. The entries
 * of a feed go one by one; what else holds several documents is refused.
 */
public final class ApiDelivery implements Delivery {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
  private static final int TRIES = 6;
  private static final List<String> WORST_FIRST =
      List.of("failed", "rejected", "conflict", "accepted");

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
  private final URI publishing;
  private final boolean drafts;
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
    this.drafts = drafts;
    this.articles =
        URI.create(
            api.toString().replaceFirst("/+$", "")
                + "/newsroom/articles?provider="
                + URLEncoder.encode(provider, StandardCharsets.UTF_8));
    this.publishing = URI.create(articles + "&publish=true");
  }

  @Override
  public String key(Document document) {
    return (drafts ? articles : publishing) + "#" + document.name();
  }

  /** The same document is the same call, so that a lost answer makes no second article. */
  @Override
  public Line deliver(Document document, String sha256, Document.Payload payload)
      throws IOException {
    var reading = read(document.name(), payload.bytes());
    if (reading instanceof Reading.Several(_, var members, _, _)) {
      var feeds =
          reading.format().equals("feed") ? FeedEntries.of(payload.bytes()) : List.<Bytes>of();
      if (feeds.size() == members.size()) return entries(document, sha256, feeds);
    }
    return posted(document, sha256, reading, payload.bytes(), "import-" + sha256);
  }

  /** What became of a feed is the worst that became of an entry. */
  private Line entries(Document document, String sha256, List<Bytes> feeds) throws IOException {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < feeds.size(); i++) {
      var reading = read(document.name(), feeds.get(i));
      lines.add(posted(document, sha256, reading, feeds.get(i), "import-" + sha256 + "-" + i));
    }
    var worst =
        lines.stream().min(Comparator.comparingInt(line -> WORST_FIRST.indexOf(line.outcome())));
    var problems = new StringJoiner("; ").setEmptyValue("");
    for (int i = 0; i < lines.size(); i++) {
      var problem = lines.get(i).problem();
      if (problem != null) problems.add("entry " + (i + 1) + ": " + problem);
    }
    var told = problems.toString();
    return new Line(
        document.name(),
        sha256,
        key(document),
        worst.map(Line::outcome).orElse("rejected"),
        lines.stream().map(Line::receipt).filter(id -> id != null).findFirst().orElse(null),
        told.isEmpty() ? null : told);
  }

  private Reading read(String name, Bytes bytes) {
    var file = name.substring(name.lastIndexOf('/') + 1);
    return reader.read(new Source(bytes, file, null, Map.of()));
  }

  private Line posted(
      Document document, String sha256, Reading reading, Bytes bytes, String idempotencyKey)
      throws IOException {
    var request =
        HttpRequest.newBuilder(isDraft(reading) ? articles : publishing)
            .timeout(LONGEST_CALL)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", mediaType(reading))
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.array()))
            .build();
    for (int tries = 1; ; tries++) {
      var answer = send(request);
      boolean isPassing = answer.statusCode() == 503 || answer.statusCode() == 429;
      if (!isPassing || tries == TRIES) return line(document, sha256, answer);
      LockSupport.parkNanos(pause(answer).toNanos());
    }
  }

  /** What says that it is a draft is saved as one. */
  private boolean isDraft(Reading reading) {
    return switch (reading) {
      case Reading.Understood(_, var document) -> drafts || document.isDraft();
      case Reading.Several(_, var members, _, _) when members.size() == 1 ->
          isDraft(members.getFirst().reading());
      case Reading.Several _, Reading.Refused _ -> drafts;
    };
  }

  /** What the document is, the API is told: of a type that says nothing it takes its own JSON. */
  private static String mediaType(Reading reading) {
    return MEDIA_TYPES.getOrDefault(reading.format(), "application/octet-stream");
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
