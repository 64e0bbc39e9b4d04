package extrablatt.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.ingest.DropStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bucket's requests, as an HTTP server sees them that answers like S3. */
final class S3ObjectStoreTest {
  private record Seen(String line, Map<String, List<String>> headers) {}

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private S3Connection connection;
  private ObjectStore store;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var address = "http://localhost:" + server.getAddress().getPort();
    connection =
        S3Connection.open(
            new Settings(
                Map.of(
                    "AWS_REGION", "eu-central-1",
                    "AWS_ACCESS_KEY_ID", "local",
                    "AWS_SECRET_ACCESS_KEY", "local",
                    "AWS_ENDPOINT_URL_S3", address)));
    store = connection.bucket("drop");
  }

  @AfterEach
  void close() {
    connection.close();
    server.stop(0);
  }

  @Test
  void oneVersionIsReadWithItsHead() {
    assertThat(store.get("there", "v 1", 6)).contains(Bytes.utf8("a text"));
    assertThat(store.head("there", "v 1"))
        .contains(new DropStore.Head(6, "text/plain", Map.of("publish-at", "now")));
    assertThat(seen).extracting(Seen::line).contains("GET /drop/there?versionId=v%201");
  }

  @Test
  void whatIsGoneIsAbsent() {
    assertThat(store.get("gone")).isEmpty();
    assertThat(store.get("gone", "1", 10)).isEmpty();
    assertThat(store.get("deleted", "1", 10)).isEmpty();
    assertThat(store.head("gone", "1")).isEmpty();
  }

  @Test
  void nothingLongerThanTheLimitIsRead() {
    assertThatIllegalArgumentException().isThrownBy(() -> store.get("there", "1", 5));
  }

  @Test
  void aBucketThatRefusesForLoadIsBusy() {
    assertThatExceptionOfType(Busy.class).isThrownBy(() -> store.get("busy"));
  }

  @Test
  void metadataTravelAsAscii() {
    store.put("there", Bytes.utf8("x"), "text/plain", Map.of("section", "Küche"));

    assertThat(seen.getFirst().headers().get("X-amz-meta-section")).containsExactly("K%C3%BCche");
  }

  @Test
  void oneVersionIsCopiedWithinTheBucket() {
    store.copy("publish/demo/a b.txt", "7", "rejected/r1/a b.txt");

    var request = seen.getFirst();
    assertThat(request.line()).isEqualTo("PUT /drop/rejected/r1/a%20b.txt");
    assertThat(request.headers().get("X-amz-copy-source"))
        .containsExactly("drop/publish/demo/a%20b.txt?versionId=7");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var uri = exchange.getRequestURI().toString();
      seen.add(
          new Seen(
              exchange.getRequestMethod() + " " + uri, Map.copyOf(exchange.getRequestHeaders())));
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      exchange.getResponseHeaders().set("x-amz-meta-Publish-At", "now");
      if (uri.contains("gone")) send(exchange, 404, "");
      else if (uri.contains("deleted")) send(exchange, 405, "");
      else if (uri.contains("busy")) send(exchange, 503, "");
      else if (exchange.getRequestHeaders().containsKey("X-amz-copy-source"))
        send(exchange, 200, "<CopyObjectResult><ETag>\"1\"</ETag></CopyObjectResult>");
      else send(exchange, 200, "a text");
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
