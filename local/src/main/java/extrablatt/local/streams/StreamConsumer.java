package extrablatt.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the changes of a table to a function, like the event source mapping of a Lambda function:
 * in order, and at least once, also when the stack is killed.
 *
 * <p>A batch does not wait to fill up: the template's batching window counts for nothing here.
 */
public final class StreamConsumer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(StreamConsumer.class.getName());

  /** A poll costs some 4 ms of a processor, nearly all of it DynamoDB Local's. */
  private static final Duration BETWEEN_POLLS = Duration.ofMillis(150);

  private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);
  private static final Duration FIRST_RETRY = Duration.ofMillis(100);
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

  private final TableStream stream;
  private final Settings settings;
  private final Consumer<String> failures;
  private final Clock clock;
  private final StreamReader reader;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread poller;

  private StreamConsumer(
      TableStream stream,
      Settings settings,
      Call call,
      @Nullable Consumer<String> failures,
      Clock clock) {
    this.stream = stream;
    this.settings = settings;
    this.failures = failures == null ? _ -> {} : failures;
    this.clock = clock;
    var rules =
        new Delivery.Rules(
            settings.function(),
            settings.maximumRetries(),
            settings.bisectsBatches(),
            settings.reportsFailures());
    this.reader =
        new StreamReader(
            stream,
            settings.streamArn(),
            new StreamReader.Batches(settings.batchSize(), settings.wanted()),
            new Positions(settings.positions(), stream.arn()),
            new Delivery(rules, call, this::giveUp, this::pause));
    this.poller = Thread.ofVirtual().name(settings.function() + "-stream").unstarted(this::run);
  }

  /** The call of a function. */
  @FunctionalInterface
  public interface Call {
    byte[] of(String function, byte[] event) throws Exception;
  }

  /**
   * How the function is fed.
   *
   * @param streamArn the stream's name in events
   * @param beginsAtTheEnd whether the function gets only what changes from its first start on
   * @param wanted the records that the function gets
   * @param maximumRetries null for no end of them
   * @param bisectsBatches whether a failed batch comes again in halves
   * @param reportsFailures whether the answer names the record to go on from
   * @param positions the file that keeps how far the function has come
   */
  public record Settings(
      String function,
      String streamArn,
      int batchSize,
      boolean beginsAtTheEnd,
      Predicate<JsonNode> wanted,
      @Nullable Integer maximumRetries,
      boolean bisectsBatches,
      boolean reportsFailures,
      Path positions) {}

  /**
   * Returns when every change from now on will reach the function.
   *
   * @param stream closed with the consumer
   * @param failures gets a message for each batch that was given up; null where they are only
   *     logged
   */
  public static StreamConsumer start(
      TableStream stream,
      Settings settings,
      Call call,
      @Nullable Consumer<String> failures,
      Clock clock) {
    var consumer = new StreamConsumer(stream, settings, call, failures, clock);
    if (settings.beginsAtTheEnd()) {
      consumer.reader.beginAtTheEnd();
    }
    consumer.poller.start();
    return consumer;
  }

  /** Begins no more calls and lets the running one end, but waits no longer than 3 s. */
  @Override
  public void close() {
    stop.countDown();
    try {
      if (!poller.join(STOP_TIMEOUT)) {
        poller.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    stream.close();
  }

  private void run() {
    try {
      for (var pause = BETWEEN_POLLS; !stops(pause); ) {
        pause = polled() ? BETWEEN_POLLS : AFTER_AN_ERROR;
      }
    } catch (InterruptedException _) {
      // Closed: the batch that was not done comes again at the next start.
    }
  }

  private boolean polled() throws InterruptedException {
    try {
      reader.poll();
      return true;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the stream for " + settings.function() + " broke", e);
      reader.forgetIterators();
      return false;
    }
  }

  private void giveUp(String shard, List<ObjectNode> records, int calls) {
    var message = FailureJson.of(settings.function(), shard, records, calls, clock.instant());
    LOG.log(System.Logger.Level.ERROR, settings.function() + " gave up: " + message);
    failures.accept(message);
  }

  private void pause(int retry) throws InterruptedException {
    var patience =
        retry == 0
            ? Duration.ZERO
            : FIRST_RETRY.multipliedBy(1L << Math.min(retry - 1, MOST_DOUBLINGS));
    if (stops(patience)) {
      throw new InterruptedException("closed");
    }
  }

  private boolean stops(Duration patience) throws InterruptedException {
    return stop.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
