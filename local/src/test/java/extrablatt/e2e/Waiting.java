package extrablatt.e2e;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what is to come about, looking again and again, but not for ever. */
final class Waiting {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

  private Waiting() {}

  /** What the look finds at last. */
  static <T> T until(Duration longest, String awaited, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      var found = look.get();
      if (found.isPresent()) return found.get();
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + longest + ": " + awaited);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
