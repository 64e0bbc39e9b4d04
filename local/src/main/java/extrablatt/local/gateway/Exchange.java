package extrablatt.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Carries requests and responses between the JDK's HTTP server and an API. */
record Exchange(HttpApiHandler api) implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());
  private static final int LARGEST_BODY = 10 * 1024 * 1024;

  /** The connection's own headers, which the server sets; a function has no say in them. */
  private static final Set<String> CONNECTION_HEADERS =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding", "upgrade");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = body(exchange);
      send(exchange, body == null ? Response.tooLarge() : answer(exchange, body));
    }
  }

  private Response answer(HttpExchange exchange, byte[] body) {
    try {
      return api.answer(request(exchange, body));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the gateway failed", e);
      return Response.internalError();
    }
  }

  /**
   * Null where the body is too large: it is read to its end all the same, so that the client hears
   * the answer.
   */
  private static byte @Nullable [] body(HttpExchange exchange) throws IOException {
    try (var stream = exchange.getRequestBody()) {
      var body = stream.readNBytes(LARGEST_BODY + 1);
      if (body.length <= LARGEST_BODY) {
        return body;
      }
      stream.transferTo(OutputStream.nullOutputStream());
      return null;
    }
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    var target = exchange.getRequestURI().toString();
    int question = target.indexOf('?');
    return new Request(
        exchange.getRequestMethod(),
        question < 0 ? target : target.substring(0, question),
        question < 0 ? "" : target.substring(question + 1),
        exchange.getProtocol(),
        headers(exchange),
        body,
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        exchange.getLocalAddress().getPort());
  }

  private static Map<String, List<String>> headers(HttpExchange exchange) {
    var headers = new TreeMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return headers;
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    var headers = exchange.getResponseHeaders();
    response
        .headers()
        .forEach((name, values) -> {
          if (!CONNECTION_HEADERS.contains(name)) {
            headers.put(name, values);
          }
        });
    boolean head = exchange.getRequestMethod().equals("HEAD");
    boolean bodiless = head || response.status() == 204 || response.status() == 304;
    if (head && response.status() != 204 && response.status() != 304) {
      headers.set("content-length", length(response));
    }
    if (bodiless || response.body().length == 0) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(response.status(), response.body().length);
    exchange.getResponseBody().write(response.body());
  }

  /** What GET would send: as the function says, where it left the body out for HEAD. */
  private static String length(Response response) {
    var said = response.headers().get("content-length");
    return response.body().length == 0 && said != null
        ? said.getFirst()
        : String.valueOf(response.body().length);
  }
}
