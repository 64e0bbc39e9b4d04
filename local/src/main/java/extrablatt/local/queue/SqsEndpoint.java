package extrablatt.local.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import extrablatt.local.PortTaken;
import extrablatt.local.iam.AccessDenied;
import extrablatt.local.iam.Permissions;
import extrablatt.local.iam.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The queues behind the JSON protocol of SQS; signatures are not checked. */
public final class SqsEndpoint implements AutoCloseable {
  /** What it is called where its port is taken. */
  public static final String NAME = "SQS";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TARGET_PREFIX = "AmazonSQS.";
  private static final int LARGEST_REQUEST = 4 << 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SqsActions actions;
  private final Permissions permissions;

  private SqsEndpoint(
      HttpServer server, LocalQueues queues, String region, Permissions permissions) {
    this.server = server;
    this.actions = new SqsActions(queues, region);
    this.permissions = permissions;
  }

  /**
   * @param wishedPort 0 for a free one
   * @throws PortTaken if something listens on that port
   */
  public static SqsEndpoint start(
      String host, int wishedPort, LocalQueues queues, String region, Permissions permissions) {
    var port = PortTaken.check(host, wishedPort, NAME);
    try {
      var server = HttpServer.create(new InetSocketAddress(host, port), 0);
      var endpoint = new SqsEndpoint(server, queues, region, permissions);
      server.createContext("/", endpoint::handle);
      server.setExecutor(endpoint.threads);
      server.start();
      return endpoint;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        var action = actionOf(exchange);
        var body = bodyOf(exchange);
        permissions.require(caller(exchange), SqsActions.call(action, body));
        answer(exchange, 200, actions.perform(action, body, hostOf(exchange)));
      } catch (AccessDenied denied) {
        exchange.getResponseHeaders().set("x-amzn-query-error", "AccessDenied;Sender");
        answer(
            exchange,
            403,
            new SqsRefusal("AccessDeniedException", String.valueOf(denied.getMessage())).json());
      } catch (SqsRefusal refusal) {
        exchange.getResponseHeaders().set("x-amzn-query-error", refusal.queryCode() + ";Sender");
        answer(exchange, 400, refusal.json());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt(); // Closed while somebody waited for a message.
      }
    }
  }

  private static @Nullable String caller(HttpExchange exchange) {
    return Signature.accessKey(exchange.getRequestHeaders().getFirst("Authorization")).orElse(null);
  }

  private static String actionOf(HttpExchange exchange) {
    var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target == null || !target.startsWith(TARGET_PREFIX)) {
      throw new SqsRefusal("InvalidAction", "Only the JSON protocol is spoken here");
    }
    return target.substring(TARGET_PREFIX.length());
  }

  private static JsonNode bodyOf(HttpExchange exchange) throws IOException {
    var bytes = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new SqsRefusal("SerializationException", "Not JSON: " + e.getOriginalMessage());
    }
  }

  private static String hostOf(HttpExchange exchange) {
    var host = exchange.getRequestHeaders().getFirst("Host");
    return host == null ? "localhost" : host;
  }

  private static void answer(HttpExchange exchange, int status, JsonNode json) throws IOException {
    var bytes = JSON.writeValueAsBytes(json);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
