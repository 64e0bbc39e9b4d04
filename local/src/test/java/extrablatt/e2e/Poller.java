package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.local.functions.SqsMessage;
import extrablatt.local.functions.SqsTrigger;
import extrablatt.local.queue.LocalQueue;
import extrablatt.local.queue.Message;
import extrablatt.local.template.Surroundings;
import extrablatt.runtime.LambdaProcess;
import extrablatt.runtime.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Lambda's poller of a queue, one message at a time, and each step when a test says so. */
record Poller(LocalQueue queue, String function) {
  private static final Duration INVISIBLE = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The next message; it is there or about to be. */
  Message next() throws InterruptedException {
    var messages = queue.receive(1, INVISIBLE, PATIENCE);
    assertThat(messages).hasSize(1);
    return messages.getFirst();
  }

  /** Hands over a message and says later whether it is done with: else it has to come again. */
  CompletableFuture<Boolean> deliver(Message message, LambdaProcess process) {
    return CompletableFuture.supplyAsync(() -> isTaken(message, process), BuiltPool.THREADS);
  }

  /** Makes a message that is not done with visible, as its timeout does. */
  Message again(Message message) throws InterruptedException {
    assertThat(queue.changeVisibility(message.receiptHandle(), Duration.ZERO)).isTrue();
    return next();
  }

  private boolean isTaken(Message message, LambdaProcess process) {
    var arn =
        "arn:aws:sqs:%s:%s:%s"
            .formatted(Surroundings.REGION, Surroundings.ACCOUNT, queue.settings().name());
    var trigger =
        new SqsTrigger(
            function, arn, Surroundings.REGION, true, (_, event) -> answer(process, event));
    return trigger.failed(List.of(received(message))).isEmpty();
  }

  private static byte[] answer(LambdaProcess process, byte[] event) {
    var outcome = process.begin(event).join();
    if (outcome instanceof Outcome.Answered(String answer)) {
      return answer.getBytes(StandardCharsets.UTF_8);
    }
    throw new IllegalStateException("no answer: " + outcome);
  }

  private static SqsMessage received(Message message) {
    return new SqsMessage(
        message.id(),
        message.receiptHandle(),
        message.body(),
        SqsTrigger.attributes(
            message.receiveCount(),
            message.sentAt().toEpochMilli(),
            message.firstReceivedAt().toEpochMilli()),
        Map.of());
  }
}
