package extrablatt.publication;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.delivery.PublicLog;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.push.SocketStore;
import extrablatt.formats.json.SubscribeJson;
import extrablatt.log.Call;
import extrablatt.log.Log;
import extrablatt.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps in mind which sockets want to hear of which liveblogs; one line of log for each call. */
public final class SocketsFunction
    implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
  /** API Gateway ends a socket after two hours; the rest is for clocks that differ. */
  private static final Duration LONGEST = Duration.ofMinutes(130);

  private final PublicationLog log = new PublicationLog(Log.standard());
  private final SocketStore sockets;
  private final PublicLog liveblogs;
  private final Clock clock;

  /** Wired by the process's environment. */
  public SocketsFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public SocketsFunction(Map<String, String> environment) {
    this(Storage.from(environment));
  }

  private SocketsFunction(Storage storage) {
    this(storage.sockets(), storage.publicLiveblogs(), Clock.systemUTC());
  }

  SocketsFunction(SocketStore sockets, PublicLog liveblogs, Clock clock) {
    this.sockets = sockets;
    this.liveblogs = liveblogs;
    this.clock = clock;
  }

  @Override
  public APIGatewayV2WebSocketResponse handleRequest(
      APIGatewayV2WebSocketEvent event, @Nullable Context context) {
    var requestId = context == null ? null : context.getAwsRequestId();
    return Call.within(requestId, () -> handle(event));
  }

  private APIGatewayV2WebSocketResponse handle(APIGatewayV2WebSocketEvent event) {
    var started = System.nanoTime();
    var call = event.getRequestContext();
    if (call == null)
      throw new IllegalArgumentException("no event of a WebSocket API: it has no requestContext");
    int status =
        switch (call.getRouteKey()) {
          case "$connect" -> 200;
          case "subscribe" -> subscribe(call.getConnectionId(), event.getBody());
          case "$disconnect" -> {
            sockets.forget(call.getConnectionId());
            yield 200;
          }
          default -> 404;
        };
    log.answered(call.getRouteKey(), call.getConnectionId(), status, started);
    var response = new APIGatewayV2WebSocketResponse();
    response.setStatusCode(status);
    return response;
  }

  private int subscribe(String connection, @Nullable String body) {
    var liveblog = body == null ? Optional.<LiveblogId>empty() : SubscribeJson.liveblog(body);
    if (liveblog.isEmpty()) return 400;
    if (liveblogs.head(liveblog.get()).filter(LiveblogHead::isPublic).isEmpty()) return 404;
    sockets.subscribe(connection, liveblog.get(), clock.instant().plus(LONGEST));
    return 200;
  }
}
