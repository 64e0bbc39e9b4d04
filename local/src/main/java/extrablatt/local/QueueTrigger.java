package extrablatt.local;

import extrablatt.local.functions.FunctionHost;
import extrablatt.local.functions.SqsMessage;
import extrablatt.local.functions.SqsTrigger;
import extrablatt.local.queue.LocalQueues;
import extrablatt.local.queue.Message;
import extrablatt.local.queue.QueueConsumer;
import extrablatt.local.template.Surroundings;
import extrablatt.local.template.Trigger;
import java.util.Map;

/** Feeds a queue of the template to a function. */
final class QueueTrigger {
  private static final System.Logger LOG = System.getLogger(QueueTrigger.class.getName());
  private static final int USUAL_CONCURRENCY = 10;
  private static final int LARGEST_BATCH = 10;

  private QueueTrigger() {}

  static QueueConsumer start(
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
        batch -> trigger.failed(batch.stream().map(QueueTrigger::received).toList()),
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
}
