package extrablatt.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/** Lets many threads do their work at the same moment. */
final class Together {
  private static final long LONGEST_MILLISECONDS = 60_000;

  private Together() {}

  static void run(int threads, IntConsumer work) throws InterruptedException {
    var start = new CountDownLatch(1);
    Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    var all = new ArrayList<Thread>();
    for (int i = 0; i < threads; i++) {
      var number = i;
      all.add(
          Thread.ofPlatform()
              .daemon()
              .uncaughtExceptionHandler((_, failure) -> thrown.add(failure))
              .start(() -> {
                await(start);
                work.accept(number);
              }));
    }
    start.countDown();
    for (var thread : all) thread.join(LONGEST_MILLISECONDS);
    assertThat(thrown).isEmpty();
    assertThat(all).noneMatch(Thread::isAlive);
  }

  private static void await(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
