package extrablatt.local.sockets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import extrablatt.local.iam.Call;
import extrablatt.local.iam.Permissions;
import extrablatt.local.iam.Signature;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The management API of the connections: {@code POST} sends a text, {@code DELETE} closes. It
 * checks no signature, but what the signer may do.
 */
record ConnectionsEndpoint(SocketApiHandler api, Permissions permissions) implements HttpHandler {
  private static final int LARGEST_MESSAGE = 128 * 1024;

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getRawPath();
      var id =
          URLDecoder.decode(
              path.substring(SocketServer.CONNECTIONS_PATH.length()).replace("+", "%2B"),
              StandardCharsets.UTF_8);
      var connection = api.find(id).orElse(null);
      var body = body(exchange);
      if (!isAllowed(exchange, id)) {
        refuse(exchange, 403, "ForbiddenException");
      } else if (connection == null) {
        refuse(exchange, 410, "GoneException");
      } else if (body.length > LARGEST_MESSAGE) {
        refuse(exchange, 413, "PayloadTooLargeException");
      } else {
        answer(exchange, connection, new String(body, StandardCharsets.UTF_8));
      }
    }
  }

  private static void answer(HttpExchange exchange, Connection connection, String text)
      throws IOException {
    switch (exchange.getRequestMethod()) {
      case "POST" -> {
        if (connection.send(text)) {
          exchange.sendResponseHeaders(200, -1);
        } else {
          refuse(exchange, 410, "GoneException");
        }
      }
      case "DELETE" -> {
        connection.close();
        exchange.sendResponseHeaders(204, -1);
      }
      default -> refuse(exchange, 403, "ForbiddenException");
    }
  }

  private boolean isAllowed(HttpExchange exchange, String id) {
    var caller = Signature.accessKey(exchange.getRequestHeaders().getFirst("Authorization"));
    var resource = api.connectionArn(exchange.getRequestMethod(), id);
    return permissions.allows(
        caller.orElse(null), Call.of("execute-api:ManageConnections", resource));
  }

  /** One byte more than is allowed is enough to tell; the rest is read past. */
  private static byte[] body(HttpExchange exchange) throws IOException {
    try (var stream = exchange.getRequestBody()) {
      var body = stream.readNBytes(LARGEST_MESSAGE + 1);
      stream.transferTo(OutputStream.nullOutputStream());
      return body;
    }
  }

  /** The SDKs tell their exceptions apart by the header. */
  private static void refuse(HttpExchange exchange, int status, String type) throws IOException {
    var json = "{\"message\":null,\"__type\":\"%s\"}".formatted(type);
    exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
    exchange.getResponseHeaders().set("content-type", "application/json");
    var body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
