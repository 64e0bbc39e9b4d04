package extrablatt.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Says that a port which part of the stack was told to listen on belongs to somebody else. */
public final class PortTaken extends RuntimeException {
  private final int port;
  private final String what;

  public PortTaken(int port, String what) {
    super("Port " + port + " for " + what + " is taken");
    this.port = port;
    this.what = what;
  }

  public int port() {
    return port;
  }

  /** What wanted the port, such as {@code S3}. */
  public String what() {
    return what;
  }

  /**
   * The port to listen on: the wished one, or a free one for 0.
   *
   * @throws PortTaken if something listens there already
   */
  public static int check(String host, int wished, String what) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), wished));
      return socket.getLocalPort();
    } catch (BindException _) {
      throw new PortTaken(wished, what);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
