package extrablatt.local.sockets;

import java.time.Instant;

/** An open socket, as the API knows it. */
interface Connection {

  String id();

  Instant connectedAt();

  String sourceIp();

  String userAgent();

  /** The host that the client asked for, without a port. */
  String domain();

  /** Sends a text; false if the socket is gone. */
  boolean send(String text);

  void close();
}
