package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the CDN is told, where the template has one: what was withdrawn or removed, no more. */
final class InvalidationTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Pattern PATH = Pattern.compile("<Path>(.*?)</Path>");

  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private HttpServer cloudFront;
  private Stack stack;

  /** A request for an invalidation. */
  private record Asked(String path, String signature, String body, int answered) {
    List<String> paths() {
      return PATH.matcher(body).results().map(match -> match.group(1)).toList();
    }
  }

  @BeforeEach
  void start() throws IOException {
    var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    cloudFront = HttpServer.create(anywhere, 0);
    cloudFront.createContext("/", this::answer);
    cloudFront.start();
    var endpoint = "http://127.0.0.1:" + cloudFront.getAddress().getPort();
    stack = Stack.start(Map.of("WithCdn", "true", "CloudFrontEndpoint", endpoint));
  }

  @AfterEach
  void stop() throws IOException {
    stack.close();
    cloudFront.stop(0);
  }

  /** The first request is refused, as CloudFront does where too many are under way. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = asked.isEmpty() ? 400 : 201;
      asked.add(
          new Asked(
              exchange.getRequestURI().getPath(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              status));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  @Test
  void whatWasWithdrawnOrRemovedIsInvalidatedAndNothingElse() {
    var newsroom = stack.newsroom();
    var article = Articles.published(newsroom, Articles.titled("Die Brücke bleibt"));
    var id = Articles.id(article);
    var slug = article.path("slug").asText();
    newsroom
        .post("/newsroom/articles/" + id + "/withdraw", "{\"reason\": \"Ein Irrtum\"}")
        .with(200);
    awaitPath("/articles/" + id);

    assertThat(granted())
        .singleElement()
        .satisfies(withdrawn -> {
          assertThat(withdrawn.paths())
              .containsExactlyInAnyOrder(
                  "/articles", "/articles?*", "/articles/" + id, "/articles/" + slug);
          assertThat(withdrawn.path()).matches("/2020-05-31/distribution/[^/]+/invalidation");
          assertThat(withdrawn.signature()).contains("/us-east-1/cloudfront/aws4_request");
          assertThat(withdrawn.body()).contains("<Quantity>4</Quantity>");
        });
    assertThat(asked).as("refused once, then tried again").hasSize(2);

    var liveblog = Liveblogs.opened(newsroom, "Sturm am Abend");
    var entry = liveblog.post("Verwechslung");
    liveblog.post("Etwas anderes");
    newsroom.send("DELETE", liveblog.entry(entry, ""), new byte[0]).with(204);
    awaitPath("/liveblogs/" + liveblog.id() + "*");

    assertThat(granted()).hasSize(2);
    assertThat(granted().getLast().paths())
        .containsExactlyInAnyOrder(
            "/liveblogs/" + liveblog.id() + "*", "/liveblogs/" + liveblog.slug() + "*");
  }

  private List<Asked> granted() {
    return asked.stream().filter(each -> each.answered() == 201).toList();
  }

  private void awaitPath(String path) {
    Waiting.until(
        SOON,
        "an invalidation of " + path,
        () -> granted().stream().filter(each -> each.paths().contains(path)).findFirst());
  }
}
