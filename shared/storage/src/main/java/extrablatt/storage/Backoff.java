package extrablatt.storage;

import java.util.concurrent.ThreadLocalRandom;

/** Waits before something is tried again. */
interface Backoff {
  /** Waits before the attempt of that number; the first retry is number two. */
  void beforeAttempt(int attempt);

  /**
   * Full jitter: between nothing and a limit that doubles with each attempt, so that those who
   * collided do not meet again.
   */
  static Backoff fullJitter() {
    return attempt -> {
      long limit = Math.min(400, 12L << attempt);
      try {
        Thread.sleep(ThreadLocalRandom.current().nextLong(limit));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw Refusals.busy(interrupted);
      }
    };
  }
}
