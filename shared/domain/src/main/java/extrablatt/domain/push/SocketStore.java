package extrablatt.domain.push;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import java.time.Instant;

/** Knows which sockets want to hear of which liveblogs. */
public interface SocketStore {
  /** A socket wants to hear of a liveblog; forgotten some time after {@code expires}. */
  void subscribe(String connection, LiveblogId liveblog, Instant expires);

  /** The sockets that want to hear of a liveblog. */
  Page<String> subscribers(LiveblogId liveblog, PageRequest page);

  /** A socket is gone: it hears of nothing any more. */
  void forget(String connection);
}
