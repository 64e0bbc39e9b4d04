package extrablatt.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A request that SQS would answer with an error. */
final class SqsRefusal extends RuntimeException {
  private static final String NO_QUEUE = "QueueDoesNotExist";

  private final String code;

  SqsRefusal(String code, String message) {
    super(message);
    this.code = code;
  }

  static SqsRefusal noQueue(String name) {
    return new SqsRefusal(NO_QUEUE, "The queue " + name + " does not exist");
  }

  /** The code of the older protocol, which clients still look for. */
  String queryCode() {
    return code.equals(NO_QUEUE) ? "AWS.SimpleQueueService.NonExistentQueue" : code;
  }

  JsonNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("__type", "com.amazonaws.sqs#" + code)
        .put("message", getMessage());
  }
}
