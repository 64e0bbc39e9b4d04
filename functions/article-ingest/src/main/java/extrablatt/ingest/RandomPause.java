package extrablatt.ingest;

import extrablatt.domain.Pause;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Waits for a random time that may be longer with each try, up to half a second (full jitter). */
final class RandomPause implements Pause {
  private static final long LONGEST_MILLISECONDS = 500;

  @Override
  public void before(int tries) {
    long bound = Math.min(LONGEST_MILLISECONDS, 10L << Math.min(tries, 6));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound * 1_000_000));
  }
}
