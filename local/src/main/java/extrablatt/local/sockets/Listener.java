package extrablatt.local.sockets;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** Carries what happens on sockets to an API. */
final class Listener extends WebSocketServer {
  private static final System.Logger LOG = System.getLogger(Listener.class.getName());

  /** API Gateway's limit for a message. */
  private static final int LARGEST_MESSAGE = 128 * 1024;

  private static final IProtocol ANY_PROTOCOL = new Protocol("");

  /** A thread is held while the function of $connect runs. */
  private static final int DECODERS = 16;

  private final SocketApiHandler api;
  private final Clock clock;
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  Listener(InetSocketAddress address, SocketApiHandler api, Clock clock) {
    super(
        address,
        DECODERS,
        List.of(new Draft_6455(List.of(), List.of(ANY_PROTOCOL), LARGEST_MESSAGE)));
    this.api = api;
    this.clock = clock;
    setReuseAddr(true);
    setTcpNoDelay(true);
    setDaemon(true);
  }

  /** Done when it answers; failed if it cannot. */
  CompletableFuture<Void> started() {
    return started;
  }

  void close(Duration patience) {
    try {
      stop((int) patience.toMillis(), "the local stack stops");
      calls.shutdown();
      calls.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      calls.shutdownNow();
    }
  }

  @Override
  public void onStart() {
    started.complete(null);
  }

  /** The library answers 404 to whom this refuses. */
  @Override
  public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
      WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
    var answer = super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    var connection = OpenSocket.of(socket, request, clock.instant());
    if (!api.admits(connection, handshake(request))) {
      throw new InvalidDataException(CloseFrame.REFUSE, "refused");
    }
    socket.setAttachment(connection);
    return answer;
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake request) {
    // The function was asked before the handshake was answered.
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    Connection connection = socket.getAttachment();
    calls.execute(() -> api.message(connection, text, false));
  }

  @Override
  public void onMessage(WebSocket socket, ByteBuffer bytes) {
    Connection connection = socket.getAttachment();
    var text = StandardCharsets.US_ASCII.decode(Base64.getEncoder().encode(bytes)).toString();
    calls.execute(() -> api.message(connection, text, true));
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    @Nullable Connection connection = socket.getAttachment();
    if (connection != null) {
      calls.execute(() -> api.gone(connection, code, reason));
    }
  }

  /**
   * @param socket null where it is the server's own
   */
  @Override
  public void onError(@Nullable WebSocket socket, Exception e) {
    if (!started.completeExceptionally(e)) {
      LOG.log(System.Logger.Level.WARNING, "a socket failed", e);
    }
  }

  private static Handshake handshake(ClientHandshake request) {
    var headers = new TreeMap<String, String>();
    request
        .iterateHttpFields()
        .forEachRemaining(name -> headers.put(name, request.getFieldValue(name)));
    var target = request.getResourceDescriptor();
    int question = target.indexOf('?');
    return new Handshake(headers, question < 0 ? "" : target.substring(question + 1));
  }
}
