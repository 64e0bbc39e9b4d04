package extrablatt.local.functions;

import java.util.Map;

/**
 * A message of a queue as its consumer receives it.
 *
 * @param attributes the system's: {@code ApproximateReceiveCount}, {@code SentTimestamp} and so on
 * @param messageAttributes the sender's
 */
public record SqsMessage(
    String messageId,
    String receiptHandle,
    String body,
    Map<String, String> attributes,
    Map<String, Attribute> messageAttributes) {

  public SqsMessage {
    attributes = Map.copyOf(attributes);
    messageAttributes = Map.copyOf(messageAttributes);
  }

  /** A sender's attribute that is text; {@code type} is {@code String} or {@code Number}. */
  public record Attribute(String type, String value) {}
}
