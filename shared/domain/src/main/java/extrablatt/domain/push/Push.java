package extrablatt.domain.push;

import extrablatt.domain.Bytes;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.PageRequest;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Tells sockets that a liveblog has new changes, and no more than that: the content comes through
 * the route that caches share, and a message that gets lost does no harm.
 */
public final class Push {
  private static final int PAGE = 100;

  private final SocketStore sockets;
  private final SocketSender sender;

  public Push(SocketStore sockets, SocketSender sender) {
    this.sockets = sockets;
    this.sender = sender;
  }

  /** What came of it: how many were told, and how many were gone and are forgotten now. */
  public record Told(int sent, int gone) {}

  /** Tells everybody who wants to hear of a liveblog where its log stands. */
  public Told tell(LiveblogId liveblog, long headSeq) {
    var message = Bytes.utf8("{\"liveblogId\":\"%s\",\"headSeq\":%d}".formatted(liveblog, headSeq));
    int sent = 0;
    int gone = 0;
    @Nullable String after = null;
    do {
      var page = sockets.subscribers(liveblog, new PageRequest(PAGE, after));
      for (boolean received : tell(page.items(), message)) {
        if (received) sent++;
        else gone++;
      }
      after = page.next();
    } while (after != null);
    return new Told(sent, gone);
  }

  /** All of a page at once: one slow socket keeps nobody waiting but its page. */
  private List<Boolean> tell(List<String> connections, Bytes message) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return connections.stream()
          .map(connection -> threads.submit(() -> tell(connection, message)))
          .toList()
          .stream()
          .map(Push::outcome)
          .toList();
    }
  }

  private boolean tell(String connection, Bytes message) {
    boolean received = sender.send(connection, message);
    if (!received) sockets.forget(connection);
    return received;
  }

  private static boolean outcome(Future<Boolean> telling) {
    try {
      return telling.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while telling sockets", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a socket could not be told", failed.getCause());
    }
  }
}
