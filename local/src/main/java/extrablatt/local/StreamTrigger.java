package extrablatt.local;

import extrablatt.local.functions.FunctionHost;
import extrablatt.local.streams.DynamoTableStream;
import extrablatt.local.streams.StreamConsumer;
import extrablatt.local.streams.TableStream;
import extrablatt.local.template.LocalNames;
import extrablatt.local.template.Surroundings;
import extrablatt.local.template.Trigger;
import java.nio.file.Path;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Feeds the stream of a table of the template to a function. */
final class StreamTrigger {
  private StreamTrigger() {}

  /**
   * @param positions the folder that keeps how far each function has come
   */
  static StreamConsumer start(
      String function,
      Trigger.Stream trigger,
      FunctionHost functions,
      LocalServices services,
      Path positions,
      Clock clock) {
    var table = LocalNames.name(trigger.table(), "AWS::DynamoDB::Table");
    var stream = stream(table, services);
    var settings =
        new StreamConsumer.Settings(
            function,
            arn(stream),
            trigger.batchSize(),
            trigger.startingPosition().equals("LATEST"),
            trigger::lets,
            trigger.maximumRetries(),
            trigger.bisectsBatches(),
            trigger.reportsFailures(),
            positions.resolve(function + "." + table + ".json"));
    var queue = trigger.failureQueue();
    var failures =
        queue == null ? null : services.queues().queue(TemplateServices.queueName(queue));
    return StreamConsumer.start(
        stream, settings, functions::call, failures == null ? null : failures::send, clock);
  }

  private static TableStream stream(String table, LocalServices services) {
    try (var tables = TemplateServices.client(services)) {
      var arn = tables.describeTable(it -> it.tableName(table)).table().latestStreamArn();
      if (arn == null) {
        throw new IllegalStateException(
            table + " was made without a stream; begin with an empty folder of data");
      }
      return new DynamoTableStream(
          arn, TemplateServices.configured(DynamoDbStreamsClient.builder(), services).build());
    }
  }

  /** As the template's other names are: DynamoDB Local calls its region ddblocal. */
  private static String arn(TableStream stream) {
    return stream.arn().replace(":ddblocal:", ":" + Surroundings.REGION + ":");
  }
}
