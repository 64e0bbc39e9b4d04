package extrablatt.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.JWKSet;
import extrablatt.local.template.Cors;
import extrablatt.local.template.HttpApi;
import extrablatt.local.template.JwtAuthorizer;
import extrablatt.local.template.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A gateway on a free port before one function that keeps the event and answers what the test says.
 */
final class GatewayFixture implements AutoCloseable {
  private final Gateway gateway;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private volatile Code code = (_, _, _) -> "{}".getBytes(StandardCharsets.UTF_8);
  private volatile byte[] event = new byte[0];

  private GatewayFixture(HttpApi api, JWKSet keys, Clock clock, @Nullable Path clients) {
    try {
      gateway =
          Gateway.start(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              api,
              keys,
              this::called,
              ClientFiles.of(clients),
              clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Serves lines of method, path and function. */
  static GatewayFixture serving(String routes) {
    return new GatewayFixture(
        new HttpApi("Api", Map.of(), null, routes(routes)), new JWKSet(), Clock.systemUTC(), null);
  }

  /** Serves lines of method, path and function, and a folder of clients. */
  static GatewayFixture serving(String routes, Path clients) {
    return new GatewayFixture(
        new HttpApi("Api", Map.of(), null, routes(routes)),
        new JWKSet(),
        Clock.systemUTC(),
        clients);
  }

  static GatewayFixture serving(String routes, Cors cors) {
    return new GatewayFixture(
        new HttpApi("Api", Map.of(), cors, routes(routes)), new JWKSet(), Clock.systemUTC(), null);
  }

  /** Serves one closed route, {@code POST /newsroom/articles}. */
  static GatewayFixture closed(
      JwtAuthorizer authorizer, Set<String> scopes, JWKSet keys, Clock clock) {
    var route = new Route("POST", "/newsroom/articles", "Desk", authorizer.name(), scopes);
    return new GatewayFixture(
        new HttpApi("Api", Map.of(authorizer.name(), authorizer), null, List.of(route)),
        keys,
        clock,
        null);
  }

  void answers(String json) {
    answers((_, _, _) -> json.getBytes(StandardCharsets.UTF_8));
  }

  void answers(Code code) {
    this.code = code;
  }

  JsonNode lastEvent() throws IOException {
    return new JsonMapper().readTree(event);
  }

  boolean wasCalled() {
    return event.length > 0;
  }

  HttpResponse<byte[]> send(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(gateway.uri() + path))
            .method(method, body)
            .timeout(Duration.ofSeconds(10));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> send(String method, String path) throws IOException, InterruptedException {
    return send(method, path, Map.of());
  }

  HttpResponse<byte[]> send(String method, String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  HttpResponse<byte[]> send(String method, String path, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return send(method, path, body, Map.of());
  }

  HttpResponse<byte[]> sendUnchecked(String method, String path) {
    try {
      return send(method, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    gateway.close();
  }

  private byte[] called(String function, byte[] event, Duration limit)
      throws TimeoutException, InterruptedException {
    this.event = event;
    return code.answer(function, event, limit);
  }

  private static List<Route> routes(String lines) {
    return lines
        .lines()
        .map(line -> Arrays.asList(line.split(" ", 3)))
        .map(it ->
            new Route(it.get(0).toUpperCase(Locale.ROOT), it.get(1), it.get(2), null, Set.of()))
        .toList();
  }

  interface Code {
    byte[] answer(String function, byte[] event, Duration limit)
        throws TimeoutException, InterruptedException;
  }
}
