package extrablatt.local.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalQueueTest {
  private static final Duration VISIBILITY = Duration.ofSeconds(30);
  private static final List<QueueSettings> SETTINGS =
      List.of(
          new QueueSettings("drops", VISIBILITY, 3, "drops-dead"),
          QueueSettings.withoutRedrive("drops-dead", VISIBILITY));

  private final MovableClock clock = new MovableClock();

  @Test
  void aReceivedMessageIsHiddenUntilItsTimeoutEnds() {
    var queue = inMemory().queue("drops");
    queue.send("text");

    var first = queue.receive(10);
    var meanwhile = queue.receive(10);
    clock.advance(VISIBILITY);
    var again = queue.receive(10);

    assertThat(first).singleElement().satisfies(m -> assertThat(m.receiveCount()).isEqualTo(1));
    assertThat(meanwhile).isEmpty();
    assertThat(again).singleElement().satisfies(m -> assertThat(m.receiveCount()).isEqualTo(2));
    assertThat(again.getFirst().id()).isEqualTo(first.getFirst().id());
    assertThat(again.getFirst().firstReceivedAt()).isEqualTo(first.getFirst().firstReceivedAt());
  }

  @Test
  void aDeletedMessageNeverComesBack() {
    var queue = inMemory().queue("drops");
    queue.send("text");

    var deleted = queue.delete(queue.receive(1).getFirst().receiptHandle());
    clock.advance(VISIBILITY);

    assertThat(deleted).isTrue();
    assertThat(queue.receive(10)).isEmpty();
  }

  @Test
  void anOutdatedReceiptHandleDeletesNothing() {
    var queue = inMemory().queue("drops");
    queue.send("text");
    var outdated = queue.receive(1).getFirst().receiptHandle();
    clock.advance(VISIBILITY);
    queue.receive(1);

    var deleted = queue.delete(outdated);

    assertThat(deleted).isFalse();
    assertThat(queue.counts()).isEqualTo(new LocalQueue.Counts(0, 1));
  }

  @Test
  void aReceiverCanGiveAMessageBackAtOnce() {
    var queue = inMemory().queue("drops");
    queue.send("text");

    queue.changeVisibility(queue.receive(1).getFirst().receiptHandle(), Duration.ZERO);

    assertThat(queue.receive(1)).hasSize(1);
  }

  @Test
  void aMessageReceivedTooOftenGoesToTheDeadLetterQueue() {
    var queues = inMemory();
    queues.queue("drops").send("poison");

    for (var time = 0; time < 3; time++) {
      assertThat(queues.queue("drops").receive(10)).hasSize(1);
      clock.advance(VISIBILITY);
    }
    var fourth = queues.queue("drops").receive(10);

    assertThat(fourth).isEmpty();
    assertThat(queues.queue("drops").counts()).isEqualTo(new LocalQueue.Counts(0, 0));
    assertThat(queues.queue("drops-dead").receive(10))
        .singleElement()
        .satisfies(m -> assertThat(m.body()).isEqualTo("poison"));
  }

  @Test
  void aBatchHoldsTenMessagesAtMostInTheOrderTheyWereSent() {
    var queue = inMemory().queue("drops");
    IntStream.range(0, 12).forEach(number -> queue.send("text " + number));

    var batch = queue.receive(12);

    assertThat(batch).extracting(Message::body).startsWith("text 0", "text 1").hasSize(10);
  }

  @Test
  void aRestartKeepsWhatWasNotDeletedWithItsReceiveCount(@TempDir Path folder) {
    var before = LocalQueues.open(folder, SETTINGS, clock);
    before.queue("drops").send("deleted");
    before.queue("drops").delete(before.queue("drops").receive(1).getFirst().receiptHandle());
    before.queue("drops").send("first – äöü");
    before.queue("drops").send("second");
    before.queue("drops").receive(1);

    var after = LocalQueues.open(folder, SETTINGS, clock).queue("drops");

    assertThat(after.receive(10))
        .extracting(Message::body, Message::receiveCount)
        .containsExactly(tuple("first – äöü", 2), tuple("second", 1));
  }

  @Test
  void aDeadLetterQueueMustExist() {
    var settings = List.of(new QueueSettings("drops", VISIBILITY, 3, "nowhere"));

    assertThatThrownBy(() -> LocalQueues.open(null, settings, clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere");
  }

  private LocalQueues inMemory() {
    return LocalQueues.open(null, SETTINGS, clock);
  }
}
