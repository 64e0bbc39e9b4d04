package extrablatt.local.schedules;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Calls something again and again, never while a call of it runs: beats that a long call takes up
 * are left out.
 */
final class Rhythm implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Rhythm.class.getName());
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

  private final String name;
  private final long period;
  private final Call call;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread beats;

  /** What is called; its errors are logged. */
  @FunctionalInterface
  interface Call {
    void make() throws Exception;
  }

  private Rhythm(String name, Duration period, Call call) {
    this.name = name;
    this.period = period.toNanos();
    this.call = call;
    this.beats = Thread.ofVirtual().name(name + "-schedule").unstarted(this::run);
  }

  static Rhythm start(String name, Duration period, Call call) {
    var rhythm = new Rhythm(name, period, call);
    rhythm.beats.start();
    return rhythm;
  }

  /** Begins no more calls and lets the running one end, but waits no longer than 3 s. */
  @Override
  public void close() {
    stop.countDown();
    try {
      if (!beats.join(STOP_TIMEOUT)) {
        beats.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      long next = System.nanoTime() + period;
      while (!stop.await(next - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        make();
        next += period * (1 + Math.max(0, System.nanoTime() - next) / period);
      }
    } catch (InterruptedException _) {
      // Closed while a call ran too long.
    }
  }

  private void make() throws InterruptedException {
    try {
      call.make();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, name + " failed on its schedule", e);
    }
  }
}
