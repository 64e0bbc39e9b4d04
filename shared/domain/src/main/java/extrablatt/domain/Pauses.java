package extrablatt.domain;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Ways to wait before a write is tried again. */
public final class Pauses {
  private static final long LONGEST_MILLISECONDS = 500;
  private static final long OF_THE_PATIENT_MILLISECONDS = 120;
  private static final int PATIENT = 10;

  private Pauses() {}

  /**
   * A random time that may be longer with each try, up to half a second (full jitter); after ten
   * tries it is short again, so that who has waited long goes before who has just come.
   */
  public static Pause fullJitter() {
    return tries -> {
      long bound =
          tries > PATIENT
              ? OF_THE_PATIENT_MILLISECONDS
              : Math.min(LONGEST_MILLISECONDS, 10L << Math.min(tries, 6));
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound * 1_000_000));
    };
  }
}
