package extrablatt.local.sockets;

import java.util.Map;

/**
 * What a client sends to open a socket.
 *
 * @param query still percent-encoded; empty where there is none
 */
record Handshake(Map<String, String> headers, String query) {

  Handshake {
    headers = Map.copyOf(headers);
  }
}
