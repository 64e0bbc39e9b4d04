package extrablatt.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class QueueConsumerTest {
  private final LocalQueues queues =
      LocalQueues.open(
          null,
          List.of(
              new QueueSettings("drops", Duration.ofMillis(200), 3, "drops-dead"),
              QueueSettings.withoutRedrive("drops-dead", Duration.ofMinutes(1)),
              QueueSettings.withoutRedrive("slow", Duration.ofMinutes(1))),
          Clock.systemUTC());
  private final List<Exception> failures = new CopyOnWriteArrayList<>();

  @Test
  void aNewMessageIsHandledAtOnceAndDeleted() throws Exception {
    var handled = new CountDownLatch(1);

    try (var _ = consume("slow", 10, batch -> done(handled))) {
      queues.queue("slow").send("text");
      assertThat(handled.await(5, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(queues.queue("slow").counts()).isEqualTo(new LocalQueue.Counts(0, 0));
  }

  @Test
  void onlyTheFailedMessagesOfABatchComeBack() throws Exception {
    BlockingQueue<List<Message>> batches = new LinkedBlockingQueue<>();
    IntStream.range(0, 5).forEach(number -> queues.queue("drops").send("text " + number));

    try (var _ =
        consume(
            "drops",
            10,
            batch -> {
              batches.add(batch);
              return batch.stream()
                  .filter(message -> message.body().endsWith("3") && message.receiveCount() == 1)
                  .map(Message::id)
                  .collect(Collectors.toSet());
            })) {
      assertThat(batches.take()).hasSize(5);
      assertThat(batches.take()).extracting(Message::body).containsExactly("text 3");
    }

    assertThat(queues.queue("drops").counts()).isEqualTo(new LocalQueue.Counts(0, 0));
  }

  @Test
  void aBatchThatAlwaysFailsEndsInTheDeadLetterQueue() throws Exception {
    var calls = new AtomicInteger();
    queues.queue("drops").send("poison");

    List<Message> dead;
    try (var _ =
        consume(
            "drops",
            1,
            batch -> {
              calls.incrementAndGet();
              throw new IllegalStateException("broken");
            })) {
      dead = queues.queue("drops-dead").receive(1, Duration.ofMinutes(1), Duration.ofSeconds(10));
    }

    assertThat(dead).extracting(Message::body).containsExactly("poison");
    assertThat(calls).hasValue(3);
    assertThat(failures).hasSize(3);
  }

  @Test
  void anUnknownIdFailsTheWholeBatch() throws Exception {
    BlockingQueue<Integer> counts = new LinkedBlockingQueue<>();
    queues.queue("drops").send("text");

    try (var _ =
        consume(
            "drops",
            1,
            batch -> {
              counts.add(batch.getFirst().receiveCount());
              return batch.getFirst().receiveCount() == 1 ? Set.of("unknown") : Set.of();
            })) {
      assertThat(counts.take()).isEqualTo(1);
      assertThat(counts.take()).isEqualTo(2);
    }
  }

  @Test
  void noMoreCallsRunAtATimeThanAllowed() throws Exception {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var three = new CyclicBarrier(3);
    var all = new CountDownLatch(21);
    IntStream.range(0, 21).forEach(number -> queues.queue("slow").send("text " + number));

    try (var _ =
        QueueConsumer.start(
            queues.queue("slow"),
            new QueueConsumer.Settings(1, 3),
            batch -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              three.await(5, TimeUnit.SECONDS);
              running.decrementAndGet();
              return done(all);
            },
            failures::add)) {
      assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(most.get()).isEqualTo(3);
  }

  @Test
  void closingLetsARunningBatchEnd() throws Exception {
    var started = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    queues.queue("slow").send("text");
    var consumer =
        consume(
            "slow",
            1,
            batch -> {
              started.countDown();
              release.await();
              return Set.of();
            });
    started.await();

    var closing = Thread.ofVirtual().start(consumer::close);
    release.countDown();
    closing.join();

    assertThat(queues.queue("slow").counts()).isEqualTo(new LocalQueue.Counts(0, 0));
  }

  private QueueConsumer consume(String queue, int batchSize, BatchFunction function) {
    return QueueConsumer.start(
        queues.queue(queue), new QueueConsumer.Settings(batchSize, 2), function, failures::add);
  }

  private static Set<String> done(CountDownLatch latch) {
    latch.countDown();
    return Set.of();
  }
}
