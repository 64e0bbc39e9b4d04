package extrablatt.local.sockets;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.gateway.Integration;
import extrablatt.local.sockets.SocketEvents.Occasion;
import extrablatt.local.template.Arns;
import extrablatt.local.template.SocketApi;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What a WebSocket API does with its connections, without the network. */
final class SocketApiHandler {
  private static final System.Logger LOG = System.getLogger(SocketApiHandler.class.getName());
  private static final Duration LONGEST_CALL = Duration.ofSeconds(29);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final SocketApi api;
  private final Integration integration;
  private final Clock clock;
  private final SocketEvents events;
  private final Map<String, Connection> open = new ConcurrentHashMap<>();

  SocketApiHandler(SocketApi api, Integration integration, Clock clock) {
    this.api = api;
    this.integration = integration;
    this.clock = clock;
    this.events = new SocketEvents(api.stage());
  }

  /** Empty for a connection that is not, or no longer, there. */
  Optional<Connection> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  /** What a caller of the management API needs a right to. */
  String connectionArn(String method, String id) {
    return Arns.connection(api.id(), api.stage(), method, id);
  }

  /** Asks the function of {@code $connect} whether the client may come in. */
  boolean admits(Connection connection, Handshake handshake) {
    var route = api.routes().get("$connect");
    if (route != null) {
      var occasion = occasion(connection, "$connect");
      var answer = called(route, occasion, events.connect(occasion, handshake));
      if (answer == null || !isSuccess(answer)) {
        return false;
      }
    }
    open.put(connection.id(), connection);
    return true;
  }

  void message(Connection connection, String body, boolean isBase64) {
    var named = isBase64 ? "" : selected(body);
    var key = api.routes().containsKey(named) && !named.startsWith("$") ? named : "$default";
    var occasion = occasion(connection, key);
    var route = api.routes().get(key);
    if (route == null) {
      refuse(occasion, "Forbidden");
      return;
    }
    var answer = called(route, occasion, events.message(occasion, body, isBase64));
    if (answer == null) {
      refuse(occasion, "Internal server error");
    } else if (route.answers()) {
      connection.send(text(answer));
    }
  }

  void gone(Connection connection, int status, String reason) {
    boolean wasOpen = open.remove(connection.id()) != null;
    var route = api.routes().get("$disconnect");
    if (wasOpen && route != null) {
      var occasion = occasion(connection, "$disconnect");
      called(route, occasion, events.disconnect(occasion, status, reason));
    }
  }

  private Occasion occasion(Connection connection, String routeKey) {
    return new Occasion(connection, routeKey, UUID.randomUUID().toString(), clock.instant());
  }

  /** The route key that a message names; empty where it names none. */
  private String selected(String body) {
    try {
      return JSON.readTree(body).at(api.selection()).asText("");
    } catch (IOException _) {
      return "";
    }
  }

  /** The function's answer; null where it failed. */
  private byte @Nullable [] called(SocketApi.Route route, Occasion occasion, byte[] event) {
    try {
      return integration.call(route.function(), event, LONGEST_CALL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (TimeoutException | RuntimeException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "%s failed for %s, request %s"
              .formatted(route.function(), occasion.routeKey(), occasion.requestId()),
          e);
      return null;
    }
  }

  private static boolean isSuccess(byte[] answer) {
    try {
      var status = JSON.readTree(answer).path("statusCode").asInt(-1);
      return status >= 200 && status < 300;
    } catch (IOException _) {
      return false;
    }
  }

  private static String text(byte[] answer) {
    try {
      return JSON.readTree(answer).path("body").asText("");
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "an answer for a socket is no JSON", e);
      return "";
    }
  }

  private static void refuse(Occasion occasion, String message) {
    occasion
        .connection()
        .send(
            JSON.createObjectNode()
                .put("message", message)
                .put("connectionId", occasion.connection().id())
                .put("requestId", occasion.requestId())
                .toString());
  }
}
