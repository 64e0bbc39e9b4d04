package extrablatt.local.queue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Feeds a queue's messages to a function, like the event source mapping of a Lambda function.
 *
 * <p>What the function handled is deleted; what failed comes back when its visibility timeout ends.
 */
public final class QueueConsumer implements AutoCloseable {
  private static final Duration LONGEST_POLL = Duration.ofSeconds(20);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

  private final LocalQueue queue;
  private final Settings settings;
  private final BatchFunction function;
  private final Consumer<Exception> failures;
  private final Semaphore free;
  private final Thread poller;

  private QueueConsumer(
      LocalQueue queue, Settings settings, BatchFunction function, Consumer<Exception> failures) {
    this.queue = queue;
    this.settings = settings;
    this.function = function;
    this.failures = failures;
    this.free = new Semaphore(settings.maximumConcurrency());
    this.poller = Thread.ofVirtual().name(queue.settings().name()).unstarted(this::poll);
  }

  /**
   * How many messages go into one call, and how many calls run at the same time.
   *
   * @param batchSize 1 to 10
   */
  public record Settings(int batchSize, int maximumConcurrency) {
    public Settings {
      if (batchSize < 1 || batchSize > 10 || maximumConcurrency < 1) {
        throw new IllegalArgumentException("A batch holds 1 to 10, and one call must be allowed");
      }
    }
  }

  /**
   * @param failures hears of each batch that failed as a whole
   */
  public static QueueConsumer start(
      LocalQueue queue, Settings settings, BatchFunction function, Consumer<Exception> failures) {
    var consumer = new QueueConsumer(queue, settings, function, failures);
    consumer.poller.start();
    return consumer;
  }

  /** Takes no more messages and lets the running calls end, but waits no longer than 3 s. */
  @Override
  public void close() {
    poller.interrupt();
    try {
      poller.join(STOP_TIMEOUT);
      free.tryAcquire(
          settings.maximumConcurrency(), STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void poll() {
    try {
      while (true) {
        free.acquire();
        var batch = next();
        Thread.startVirtualThread(() -> run(batch));
      }
    } catch (InterruptedException _) {
      // Closed: whatever was taken runs, the rest stays in the queue.
    }
  }

  private List<Message> next() throws InterruptedException {
    try {
      while (true) {
        var batch =
            queue.receive(settings.batchSize(), queue.settings().visibilityTimeout(), LONGEST_POLL);
        if (!batch.isEmpty()) {
          return batch;
        }
      }
    } catch (InterruptedException e) {
      free.release();
      throw e;
    }
  }

  private void run(List<Message> batch) {
    try {
      var failed = failedOf(batch);
      batch.stream()
          .filter(message -> !failed.contains(message.id()))
          .forEach(message -> queue.delete(message.receiptHandle()));
    } finally {
      free.release();
    }
  }

  private Set<String> failedOf(List<Message> batch) {
    var ids = batch.stream().map(Message::id).collect(Collectors.toSet());
    try {
      var failed = new HashSet<>(function.handle(batch));
      // Lambda takes an unknown id for the failure of the whole batch.
      return ids.containsAll(failed) ? failed : ids;
    } catch (Exception e) {
      failures.accept(e);
      return ids;
    }
  }
}
