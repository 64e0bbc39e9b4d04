package extrablatt.ingest;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/** How often a message has been delivered. */
final class Deliveries {
  private Deliveries() {}

  /** The queue's count, this delivery included; one if the queue does not say. */
  static int of(SQSMessage message) {
    var attributes = message.getAttributes();
    var count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
    return count == null ? 1 : Integer.parseInt(count);
  }
}
