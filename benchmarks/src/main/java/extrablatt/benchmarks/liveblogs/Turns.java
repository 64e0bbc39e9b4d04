package extrablatt.benchmarks.liveblogs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * Lets many actors work in turns: one at a time, each until it waits. Time stands still while they
 * work and jumps to whoever waits shortest, so a long night takes seconds, and what meets what is
 * decided by how long each waits and not by the machine.
 */
final class Turns {
  private record Waiting(Instant until, long order, Semaphore turn) {}

  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparing(Waiting::until).thenComparingLong(Waiting::order));
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Throwable> failures = new ArrayList<>();
  private volatile Instant now;
  private long order;
  private boolean isOver;

  Turns(Instant start) {
    now = start;
  }

  Instant now() {
    return now;
  }

  Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  /** One more actor, which begins after that time. */
  void enter(Duration after, Runnable actor) {
    var start = waitingFor(after);
    Thread.ofVirtual()
        .start(() -> {
          start.turn().acquireUninterruptibly();
          try {
            actor.run();
          } catch (Throwable failure) {
            failures.add(failure);
          } finally {
            leave();
          }
        });
  }

  /**
   * The turn passes to others for that time; where there are no others any more, it just passes.
   */
  void pass(Duration time) {
    if (isOver) {
      now = now.plus(time);
      return;
    }
    var self = waitingFor(time);
    next();
    self.turn().acquireUninterruptibly();
  }

  /**
   * Lets all actors work until the last has left.
   *
   * @throws IllegalStateException if one of them failed
   */
  void play() {
    if (!waiting.isEmpty()) {
      next();
      await();
    }
    isOver = true;
    if (failures.isEmpty()) return;
    var failed = new IllegalStateException(failures.size() + " actors failed", failures.getFirst());
    failures.stream().skip(1).limit(5).forEach(failed::addSuppressed);
    throw failed;
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while actors were working", interrupted);
    }
  }

  private void leave() {
    if (waiting.isEmpty()) over.countDown();
    else next();
  }

  private Waiting waitingFor(Duration time) {
    var self = new Waiting(now.plus(time), order++, new Semaphore(0));
    waiting.add(self);
    return self;
  }

  private void next() {
    var next = waiting.remove();
    now = next.until();
    next.turn().release();
  }
}
