package extrablatt.local.sockets;

import com.sun.net.httpserver.HttpHandler;
import extrablatt.local.PortTaken;
import extrablatt.local.gateway.Integration;
import extrablatt.local.iam.Permissions;
import extrablatt.local.template.SocketApi;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A WebSocket API of the template, served on a port of this machine under any path. */
public final class SocketServer implements AutoCloseable {
  /** What it is called where its port is taken. */
  public static final String NAME = "the sockets";

  /** Where the management API belongs. */
  public static final String CONNECTIONS_PATH = "/@connections/";

  private static final Duration LONGEST_START = Duration.ofSeconds(10);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

  private final Listener listener;
  private final SocketApiHandler api;

  private SocketServer(Listener listener, SocketApiHandler api) {
    this.listener = listener;
    this.api = api;
  }

  /**
   * Serves an API until closed, and returns when it answers.
   *
   * @param address with port 0 for a free one
   * @throws PortTaken if something listens on that port
   */
  public static SocketServer start(
      InetSocketAddress address, SocketApi api, Integration integration, Clock clock) {
    var handler = new SocketApiHandler(api, integration, clock);
    var listener = new Listener(address, handler, clock);
    listener.start();
    try {
      listener.started().get(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
      return new SocketServer(listener, handler);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BindException
          ? new PortTaken(address.getPort(), NAME)
          : new IllegalStateException("the sockets' server did not start", e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the sockets' server did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where clients connect. */
  public URI uri() {
    return URI.create("ws://localhost:" + listener.getPort());
  }

  /** What functions send to clients through, to be served at {@link #CONNECTIONS_PATH}. */
  public HttpHandler connections(Permissions permissions) {
    return new ConnectionsEndpoint(api, permissions);
  }

  /** Closes every socket, as one that is going away, within 2 s. */
  @Override
  public void close() {
    listener.close(LONGEST_STOP);
  }
}
