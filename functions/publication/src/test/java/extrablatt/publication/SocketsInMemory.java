package extrablatt.publication;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.push.SocketStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which sockets want to hear of which liveblogs, in memory. */
final class SocketsInMemory implements SocketStore {
  private record Wish(String connection, LiveblogId liveblog) {}

  private final Map<String, Wish> wishes = new TreeMap<>();

  void wants(String connection, LiveblogId liveblog) {
    subscribe(connection, liveblog, Instant.MAX);
  }

  @Override
  public synchronized void subscribe(String connection, LiveblogId liveblog, Instant expires) {
    wishes.put(connection + liveblog, new Wish(connection, liveblog));
  }

  synchronized List<String> of(LiveblogId liveblog) {
    return wishes.values().stream()
        .filter(wish -> wish.liveblog().equals(liveblog))
        .map(Wish::connection)
        .toList();
  }

  @Override
  public Page<String> subscribers(LiveblogId liveblog, PageRequest page) {
    var all = of(liveblog);
    int start = page.after() == null ? 0 : Integer.parseInt(page.after());
    int end = Math.min(all.size(), start + page.limit());
    return new Page<>(all.subList(start, end), end < all.size() ? Integer.toString(end) : null);
  }

  @Override
  public synchronized void forget(String connection) {
    wishes.values().removeIf(wish -> wish.connection().equals(connection));
  }
}
