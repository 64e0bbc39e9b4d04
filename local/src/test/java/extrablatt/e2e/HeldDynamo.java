package extrablatt.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A way to DynamoDB on which requests of one kind can be held up for good: before they arrive, or
 * when their answers are on the way back.
 */
final class HeldDynamo implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Whether the held requests have had their effect. */
  enum Effect {
    NONE,
    WHOLE
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI dynamo;
  private final HttpServer server;
  private final AtomicReference<@Nullable Hold> hold = new AtomicReference<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  private HeldDynamo(URI dynamo, HttpServer server) {
    this.dynamo = dynamo;
    this.server = server;
  }

  private record Hold(String operation, Effect effect) {}

  static HeldDynamo before(URI dynamo) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var way = new HeldDynamo(dynamo, server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", way::pass);
    server.start();
    return way;
  }

  /** What leads a function this way. */
  Map<String, String> environment() {
    return Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:" + server.getAddress().getPort());
  }

  /** From now on, every request of that operation. */
  void hold(String operation, Effect effect) {
    hold.set(new Hold(operation, effect));
  }

  void awaitHeld() throws InterruptedException {
    if (!held.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("nothing was held");
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      var holding = hold.get();
      boolean stops =
          holding != null
              && target.filter(it -> it.endsWith("." + holding.operation())).isPresent();
      if (holding != null && stops && holding.effect() == Effect.NONE) {
        stop();
        return;
      }
      var answer = client.send(request(exchange), HttpResponse.BodyHandlers.ofByteArray());
      if (stops) {
        stop();
        return;
      }
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() throws InterruptedException {
    held.countDown();
    end.await();
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    var request =
        HttpRequest.newBuilder(dynamo)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (var name : new String[] {"X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date"}) {
      var value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) request.header(name, value);
    }
    return request.build();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    client.close();
  }
}
