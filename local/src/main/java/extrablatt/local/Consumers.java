package extrablatt.local;

import extrablatt.local.functions.FunctionHost;
import extrablatt.local.functions.SqsMessage;
import extrablatt.local.functions.SqsTrigger;
import extrablatt.local.queue.LocalQueues;
import extrablatt.local.queue.Message;
import extrablatt.local.queue.QueueConsumer;
import extrablatt.local.template.SamTemplate;
import extrablatt.local.template.Surroundings;
import extrablatt.local.template.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Feeds the template's queues to its functions. */
final class Consumers implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Consumers.class.getName());
  private static final int USUAL_CONCURRENCY = 10;
  private static final int LARGEST_BATCH = 10;

  private final List<QueueConsumer> consumers;

  private Consumers(List<QueueConsumer> consumers) {
    this.consumers = List.copyOf(consumers);
  }

  static Consumers start(SamTemplate template, FunctionHost functions, LocalQueues queues) {
    var consumers = new ArrayList<QueueConsumer>();
    for (var function : template.functions()) {
      for (var trigger : function.triggers()) {
        if (trigger instanceof Trigger.Sqs sqs) {
          consumers.add(consumer(function.id(), sqs, functions, queues));
        }
      }
    }
    return new Consumers(consumers);
  }

  private static QueueConsumer consumer(
      String function, Trigger.Sqs sqs, FunctionHost functions, LocalQueues queues) {
    var name = TemplateServices.queueName(sqs.queue());
    var arn = "arn:aws:sqs:%s:%s:%s".formatted(Surroundings.REGION, Surroundings.ACCOUNT, name);
    var trigger =
        new SqsTrigger(function, arn, Surroundings.REGION, sqs.reportsFailures(), functions::call);
    var limit = sqs.maximumConcurrency();
    return QueueConsumer.start(
        queues.queue(name),
        new QueueConsumer.Settings(
            Math.min(sqs.batchSize(), LARGEST_BATCH), limit == null ? USUAL_CONCURRENCY : limit),
        batch -> trigger.failed(batch.stream().map(Consumers::received).toList()),
        e -> LOG.log(System.Logger.Level.ERROR, function + " could not be called", e));
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

  /** All at once, since each may wait for its running calls. */
  @Override
  public void close() {
    var closing = consumers.stream().map(it -> Thread.startVirtualThread(it::close)).toList();
    try {
      for (var thread : closing) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
