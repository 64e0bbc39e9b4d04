package extrablatt.local.sockets;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;

/** A socket of the library; its id looks as API Gateway's do, padding included. */
record OpenSocket(
    WebSocket socket,
    String id,
    Instant connectedAt,
    String sourceIp,
    String userAgent,
    String domain)
    implements Connection {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 11;

  static OpenSocket of(WebSocket socket, ClientHandshake request, Instant now) {
    var bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return new OpenSocket(
        socket,
        Base64.getUrlEncoder().encodeToString(bytes),
        now,
        socket.getRemoteSocketAddress().getAddress().getHostAddress(),
        request.getFieldValue("User-Agent"),
        request.getFieldValue("Host").replaceFirst(":\\d+$", ""));
  }

  @Override
  public boolean send(String text) {
    try {
      socket.send(text);
      return true;
    } catch (WebsocketNotConnectedException _) {
      return false;
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
