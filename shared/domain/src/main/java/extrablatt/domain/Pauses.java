package extrablatt.domain;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** The ways to wait before a write is tried again. */
public final class Pauses {
  private static final long LONGEST_MILLISECONDS = 500;
  private static final int LAST_DOUBLING = 6;

  private Pauses() {}

  /** For a random time that may be longer with each try, up to half a second (full jitter). */
  public static Pause fullJitter() {
    return tries -> {
      long bound = Math.min(LONGEST_MILLISECONDS, 10L << Math.min(tries, LAST_DOUBLING));
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound * 1_000_000));
    };
  }
}
