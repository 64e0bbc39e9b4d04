package extrablatt.local;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, to be closed in the other order; what is late is closed at once. */
final class Running {
  private static final System.Logger LOG = System.getLogger(Running.class.getName());

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean closed;

  synchronized <T extends AutoCloseable> T with(T part) {
    parts.push(part);
    if (closed) {
      closeAll();
    }
    return part;
  }

  /** Closes everything, but waits no longer than told: what is on the disk outlives any end. */
  void close(Duration patience) {
    var closing = Thread.ofPlatform().daemon().start(this::close);
    try {
      closing.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void close() {
    closed = true;
    closeAll();
  }

  private void closeAll() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.log(System.Logger.Level.WARNING, "a part of the stack did not close", e);
      }
    }
  }
}
