package extrablatt.local.sockets;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import extrablatt.local.gateway.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes what happens on a socket as the events of a WebSocket API's proxy integration. */
record SocketEvents(String stage) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** What every event says: whose it is, which route's, and when. */
  record Occasion(Connection connection, String routeKey, String requestId, Instant at) {}

  byte[] connect(Occasion occasion, Handshake handshake) {
    var event = JSON.createObjectNode();
    putHeaders(event, new TreeMap<>(handshake.headers()));
    var query = QueryParameters.of(handshake.query());
    if (!query.isEmpty()) {
      var single = event.putObject("queryStringParameters");
      var multiple = event.putObject("multiValueQueryStringParameters");
      query.forEach((name, value) -> {
        single.put(name, value);
        multiple.putArray(name).add(value);
      });
    }
    event.set("requestContext", context(occasion, "CONNECT"));
    event.put("isBase64Encoded", false);
    return bytes(event);
  }

  byte[] message(Occasion occasion, String body, boolean isBase64) {
    var event = JSON.createObjectNode();
    var context = context(occasion, "MESSAGE");
    context.put("messageId", occasion.requestId());
    event.set("requestContext", context);
    event.put("body", body);
    event.put("isBase64Encoded", isBase64);
    return bytes(event);
  }

  byte[] disconnect(Occasion occasion, int status, String reason) {
    var event = JSON.createObjectNode();
    putHeaders(event, Map.of("Host", occasion.connection().domain(), "X-Forwarded-For", ""));
    var context = context(occasion, "DISCONNECT");
    context.put("disconnectStatusCode", status);
    context.put("disconnectReason", reason);
    event.set("requestContext", context);
    event.put("isBase64Encoded", false);
    return bytes(event);
  }

  private ObjectNode context(Occasion occasion, String eventType) {
    var connection = occasion.connection();
    var context = JSON.createObjectNode();
    context.put("routeKey", occasion.routeKey());
    context.put("eventType", eventType);
    context.put("extendedRequestId", occasion.requestId());
    context.put("requestTime", TIME.format(occasion.at()));
    context.put("messageDirection", "IN");
    context.put("stage", stage);
    context.put("connectedAt", connection.connectedAt().toEpochMilli());
    context.put("requestTimeEpoch", occasion.at().toEpochMilli());
    context
        .putObject("identity")
        .put("userAgent", connection.userAgent())
        .put("sourceIp", connection.sourceIp());
    context.put("requestId", occasion.requestId());
    context.put("domainName", connection.domain());
    context.put("connectionId", connection.id());
    context.put("apiId", "local");
    return context;
  }

  private static void putHeaders(ObjectNode event, Map<String, String> headers) {
    var single = event.putObject("headers");
    var multiple = event.putObject("multiValueHeaders");
    headers.forEach((name, value) -> {
      single.put(name, value);
      multiple.putArray(name).add(value);
    });
  }

  private static byte[] bytes(ObjectNode event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
