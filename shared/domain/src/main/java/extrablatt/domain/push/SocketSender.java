package extrablatt.domain.push;

import extrablatt.domain.Bytes;

/** Sends messages to sockets. */
public interface SocketSender {
  /** Sends a message; false if the socket is gone. */
  boolean send(String connection, Bytes message);
}
