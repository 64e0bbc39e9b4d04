package extrablatt.publication;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.push.SocketSender;
import extrablatt.log.Log;
import extrablatt.storage.SignedPost;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Sends through API Gateway's management API: {@code POST /@connections/{connectionId}}. Its Java
 * client is one route long, and is left out.
 */
final class GatewaySender implements SocketSender {
  private static final String URL = "SOCKET_CALLBACK_URL";
  private static final int GONE = 410;

  private final PublicationLog log = new PublicationLog(Log.standard());
  private final String callback;
  private final SignedPost post;

  private GatewaySender(String callback, SignedPost post) {
    this.callback = callback;
    this.post = post;
  }

  static GatewaySender from(Map<String, String> environment) {
    var callback = environment.get(URL);
    if (callback == null || callback.isBlank())
      throw new IllegalStateException("the environment lacks " + URL);
    return new GatewaySender(callback, new SignedPost("execute-api", environment));
  }

  /** A refusal other than that the socket is gone counts as sent: the reader polls anyway. */
  @Override
  public boolean send(String connection, Bytes message) {
    var address =
        URI.create(
            callback + "/@connections/" + URLEncoder.encode(connection, StandardCharsets.UTF_8));
    try {
      int status = post.send(address, "application/json", message);
      if (status >= 300 && status != GONE) log.refused(connection, status);
      return status != GONE;
    } catch (Busy busy) {
      log.refused(connection, 0);
      return true;
    }
  }
}
