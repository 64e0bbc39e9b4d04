package extrablatt.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.iam.Permissions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LiveStackTest {
  private static final BlockingQueue<JsonNode> SOCKET_EVENTS = new LinkedBlockingQueue<>();
  private static final BlockingQueue<JsonNode> SWEEPS = new LinkedBlockingQueue<>();
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path keys;
  private MemoryStack stack;

  @BeforeEach
  void start() throws IOException {
    SOCKET_EVENTS.clear();
    SWEEPS.clear();
    stack = MemoryStack.start(Path.of("src/test/resources/live-template.yaml"), keys);
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  @Test
  void aMessageReachesTheFunctionThatItsActionNames() throws Exception {
    var client = connect("?liveblog=1");
    client.say("{\"action\": \"subscribe\", \"liveblogId\": \"1\"}");

    var connect = next(SOCKET_EVENTS);
    var message = next(SOCKET_EVENTS);

    var context = connect.path("requestContext");
    assertThat(context.path("routeKey").asText()).isEqualTo("$connect");
    assertThat(context.path("eventType").asText()).isEqualTo("CONNECT");
    assertThat(context.path("stage").asText()).isEqualTo("live");
    assertThat(context.path("domainName").asText()).isEqualTo("localhost");
    assertThat(context.path("connectionId").asText()).isNotEmpty();
    assertThat(connect.at("/queryStringParameters/liveblog").asText()).isEqualTo("1");
    assertThat(connect.at("/headers/Upgrade").asText()).isEqualTo("websocket");
    assertThat(message.at("/requestContext/routeKey").asText()).isEqualTo("subscribe");
    assertThat(message.at("/requestContext/eventType").asText()).isEqualTo("MESSAGE");
    assertThat(message.at("/requestContext/connectionId")).isEqualTo(context.path("connectionId"));
    assertThat(message.path("body").asText())
        .isEqualTo("{\"action\": \"subscribe\", \"liveblogId\": \"1\"}");
    assertThat(message.path("isBase64Encoded").asBoolean()).isFalse();
  }

  @Test
  void aFunctionSendsThroughTheCallbackUrlUntilTheConnectionIsGone() throws Exception {
    var client = connect("");
    var event = next(SOCKET_EVENTS);
    var id = event.at("/requestContext/connectionId").asText();

    var sent = manage(event, "POST", id, "{\"seq\": 7}");
    var received = client.heard();
    var closed = manage(event, "DELETE", id, "");
    var disconnect = next(SOCKET_EVENTS);
    var afterwards = manage(event, "POST", id, "{}");

    assertThat(event.at("/environment/SOCKET_URL").asText()).startsWith("ws://localhost:");
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(received).isEqualTo("{\"seq\": 7}");
    assertThat(closed.statusCode()).isEqualTo(204);
    assertThat(disconnect.at("/requestContext/eventType").asText()).isEqualTo("DISCONNECT");
    assertThat(disconnect.at("/requestContext/connectionId").asText()).isEqualTo(id);
    assertThat(afterwards.statusCode()).isEqualTo(410);
    assertThat(afterwards.headers().firstValue("x-amzn-ErrorType")).hasValue("GoneException");
  }

  @Test
  void anActionWithoutARouteIsForbidden() throws Exception {
    var client = connect("");
    var id = next(SOCKET_EVENTS).at("/requestContext/connectionId");

    client.say("{\"action\": \"shout\"}");
    var unknown = JSON.readTree(client.heard());
    client.say("no JSON");
    var unreadable = JSON.readTree(client.heard());
    client.say("{\"action\": \"$connect\"}");
    var reserved = JSON.readTree(client.heard());

    assertThat(unknown.path("message").asText()).isEqualTo("Forbidden");
    assertThat(unknown.path("connectionId")).isEqualTo(id);
    assertThat(unknown.path("requestId").asText()).isNotEmpty();
    assertThat(unreadable.path("message").asText()).isEqualTo("Forbidden");
    assertThat(reserved.path("message").asText()).isEqualTo("Forbidden");
    assertThat(SOCKET_EVENTS).isEmpty();
  }

  @Test
  void whomTheFunctionRefusesCannotConnect() {
    assertThatThrownBy(() -> connect("?refuse=1"))
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("WebSocketHandshakeException");
  }

  @Test
  void aStackThatStopsSaysThatItIsGoingAway() throws Exception {
    var client = connect("");

    var began = System.nanoTime();
    stack.close();

    assertThat(client.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1001);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void aRateOfAMinuteRunsEachSecond() throws Exception {
    var first = next(SWEEPS);
    var second = next(SWEEPS);

    assertThat(first.path("source").asText()).isEqualTo("aws.scheduler");
    assertThat(first.path("detail-type").asText()).isEqualTo("Scheduled Event");
    assertThat(first.path("detail").asText()).isEqualTo("{}");
    assertThat(second.path("id")).isNotEqualTo(first.path("id"));
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (var other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var api = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var place = new LocalStack.Place(api, other.getLocalPort(), null);
      var template = stack.template();
      var publicKeys = extrablatt.local.tokens.LocalKey.in(keys).publicKeys();

      assertThatThrownBy(() ->
              LocalStack.start(
                  template,
                  stack.endpoints(),
                  Permissions.none(),
                  place,
                  publicKeys,
                  Clock.systemUTC()))
          .isInstanceOfSatisfying(
              PortTaken.class,
              taken -> {
                assertThat(taken.port()).isEqualTo(other.getLocalPort());
                assertThat(taken.what()).isEqualTo("the sockets");
              });
    }
  }

  private Client connect(String query) {
    var client = new Client();
    var address = URI.create(Objects.requireNonNull(stack.sockets()) + "/" + query);
    client.open.complete(
        http.newWebSocketBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .buildAsync(address, client)
            .join());
    return client;
  }

  private HttpResponse<String> manage(JsonNode event, String method, String id, String body)
      throws Exception {
    var callback = event.at("/environment/SOCKET_CALLBACK_URL").asText();
    var path = "/@connections/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create(callback + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode next(BlockingQueue<JsonNode> queue) throws InterruptedException {
    return Objects.requireNonNull(queue.poll(20, TimeUnit.SECONDS), "no event came");
  }

  /** A client that keeps what it hears. */
  private static final class Client implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<WebSocket> open = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    void say(String text) {
      open.join().sendText(text, true).join();
    }

    String heard() throws InterruptedException {
      return Objects.requireNonNull(texts.poll(20, TimeUnit.SECONDS), "no text came");
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      texts.add(data.toString());
      webSocket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
      closed.complete(status);
      return CompletableFuture.completedStage(null);
    }
  }

  public static final class Sockets implements RequestStreamHandler {
    private final Map<String, String> environment;

    public Sockets(Map<String, String> environment) {
      this.environment = environment;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      var event = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(input);
      boolean refused = event.at("/queryStringParameters/refuse").asText().equals("1");
      var variables = event.putObject("environment");
      variables.put("SOCKET_URL", environment.get("SOCKET_URL"));
      variables.put("SOCKET_CALLBACK_URL", environment.get("SOCKET_CALLBACK_URL"));
      SOCKET_EVENTS.add(event);
      output.write(
          "{\"statusCode\": %d, \"body\": \"unheard\"}"
              .formatted(refused ? 403 : 200)
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  public static final class Sweep implements RequestStreamHandler {
    public Sweep(Map<String, String> environment) {
      assertThat(environment).isNotEmpty();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      SWEEPS.add(JSON.readTree(input));
    }
  }
}
