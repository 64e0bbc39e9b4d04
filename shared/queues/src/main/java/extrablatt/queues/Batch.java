package extrablatt.queues;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import extrablatt.formats.drops.DropMessages.Message;
import extrablatt.log.Call;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A queue's batch of messages; only those that fail are delivered again. */
public final class Batch {
  private Batch() {}

  /** Hands over each message; those that are not done with are delivered again. */
  public static SQSBatchResponse each(
      SQSEvent event, @Nullable Context context, Predicate<Message> isDone) {
    var requestId = context == null ? null : context.getAwsRequestId();
    return Call.within(requestId, () -> each(event, isDone));
  }

  private static SQSBatchResponse each(SQSEvent event, Predicate<Message> isDone) {
    var records = event.getRecords();
    if (records == null)
      throw new IllegalArgumentException("no event of a queue: it has no Records");
    return new SQSBatchResponse(
        records.stream()
            .filter(message -> !isDone.test(message(message)))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }

  /** The queue counts deliveries, this one included; one if it does not say. */
  private static Message message(SQSMessage message) {
    var attributes = message.getAttributes();
    var count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
    // What has no body is no notification, and fails alone.
    var body = message.getBody() == null ? "" : message.getBody();
    return new Message(message.getMessageId(), count == null ? 1 : Integer.parseInt(count), body);
  }
}
