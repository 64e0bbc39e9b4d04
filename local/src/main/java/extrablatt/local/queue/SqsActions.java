package extrablatt.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import extrablatt.local.iam.Call;
import extrablatt.local.template.Arns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** What the requests of the SQS protocol do to the queues. */
final class SqsActions {
  private static final String ACCOUNT = "000000000000";

  private final LocalQueues queues;
  private final String region;

  SqsActions(LocalQueues queues, String region) {
    this.queues = queues;
    this.region = region;
  }

  /**
   * @param host what the client calls this machine, for the URLs of queues
   */
  JsonNode perform(String action, JsonNode request, String host) throws InterruptedException {
    return switch (action) {
      case "SendMessage" -> send(queueOf(request), request);
      case "SendMessageBatch" -> sendBatch(queueOf(request), request);
      case "ReceiveMessage" -> receive(queueOf(request), request);
      case "DeleteMessage" -> delete(queueOf(request), request);
      case "DeleteMessageBatch" -> deleteBatch(queueOf(request), request);
      case "ChangeMessageVisibility" -> changeVisibility(queueOf(request), request);
      case "GetQueueUrl" ->
          object().put("QueueUrl", url(host, named(request.path("QueueName").asText())));
      case "ListQueues" -> list(request, host);
      case "GetQueueAttributes" -> attributes(queueOf(request));
      default -> throw new SqsRefusal("UnsupportedOperation", action + " is not supported here");
    };
  }

  /** What has to be allowed for a request; a batch is as many of its single ones. */
  static Call call(String action, JsonNode request) {
    var url = request.path("QueueUrl").asText();
    var name =
        url.isEmpty()
            ? request.path("QueueName").asText("*")
            : url.substring(url.lastIndexOf('/') + 1);
    return Call.of("sqs:" + action.replaceFirst("Batch$", ""), Arns.queue(name));
  }

  private static ObjectNode send(LocalQueue queue, JsonNode request) {
    if (!request.path("MessageAttributes").isEmpty()
        || request.path("DelaySeconds").asInt(0) != 0) {
      throw new SqsRefusal(
          "UnsupportedOperation", "Message attributes and delays are not supported here");
    }
    var body = request.path("MessageBody").asText();
    if (body.isEmpty()) {
      throw new SqsRefusal("MissingParameter", "The request must contain MessageBody");
    }
    return object().put("MessageId", queue.send(body)).put("MD5OfMessageBody", md5(body));
  }

  private static ObjectNode sendBatch(LocalQueue queue, JsonNode request) {
    var answer = object();
    var successful = answer.putArray("Successful");
    answer.putArray("Failed");
    for (var entry : request.path("Entries")) {
      successful.add(send(queue, entry).put("Id", entry.path("Id").asText()));
    }
    return answer;
  }

  private static ObjectNode receive(LocalQueue queue, JsonNode request)
      throws InterruptedException {
    var visibility = request.path("VisibilityTimeout");
    var taken =
        queue.receive(
            request.path("MaxNumberOfMessages").asInt(1),
            visibility.isNumber()
                ? Duration.ofSeconds(visibility.asInt())
                : queue.settings().visibilityTimeout(),
            Duration.ofSeconds(request.path("WaitTimeSeconds").asInt(0)));
    var answer = object();
    if (!taken.isEmpty()) {
      var list = answer.putArray("Messages");
      taken.forEach(message -> list.add(json(message)));
    }
    return answer;
  }

  private static ObjectNode json(Message message) {
    var json =
        object()
            .put("MessageId", message.id())
            .put("ReceiptHandle", message.receiptHandle())
            .put("MD5OfBody", md5(message.body()))
            .put("Body", message.body());
    json.putObject("Attributes")
        .put("ApproximateReceiveCount", Integer.toString(message.receiveCount()))
        .put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()))
        .put(
            "ApproximateFirstReceiveTimestamp",
            Long.toString(message.firstReceivedAt().toEpochMilli()))
        .put("SenderId", ACCOUNT);
    return json;
  }

  /** A handle that another receiver has outdated deletes nothing, without an error. */
  private static ObjectNode delete(LocalQueue queue, JsonNode request) {
    queue.delete(request.path("ReceiptHandle").asText());
    return object();
  }

  private static ObjectNode deleteBatch(LocalQueue queue, JsonNode request) {
    var answer = object();
    var successful = answer.putArray("Successful");
    answer.putArray("Failed");
    for (var entry : request.path("Entries")) {
      delete(queue, entry);
      successful.addObject().put("Id", entry.path("Id").asText());
    }
    return answer;
  }

  private static ObjectNode changeVisibility(LocalQueue queue, JsonNode request) {
    var timeout = Duration.ofSeconds(request.path("VisibilityTimeout").asInt());
    if (!queue.changeVisibility(request.path("ReceiptHandle").asText(), timeout)) {
      throw new SqsRefusal("MessageNotInflight", "Nobody holds a message by this handle");
    }
    return object();
  }

  private ObjectNode list(JsonNode request, String host) {
    var prefix = request.path("QueueNamePrefix").asText("");
    var answer = object();
    var urls = answer.putArray("QueueUrls");
    queues.names().stream()
        .filter(name -> name.startsWith(prefix))
        .forEach(name -> urls.add(url(host, name)));
    return answer;
  }

  private ObjectNode attributes(LocalQueue queue) {
    var settings = queue.settings();
    var counts = queue.counts();
    var answer = object();
    var attributes =
        answer
            .putObject("Attributes")
            .put("QueueArn", arn(settings.name()))
            .put("ApproximateNumberOfMessages", Integer.toString(counts.visible()))
            .put("ApproximateNumberOfMessagesNotVisible", Integer.toString(counts.inFlight()))
            .put("ApproximateNumberOfMessagesDelayed", "0")
            .put("VisibilityTimeout", Long.toString(settings.visibilityTimeout().toSeconds()));
    var target = settings.deadLetterQueue();
    if (target != null) {
      var policy =
          object()
              .put("deadLetterTargetArn", arn(target))
              .put("maxReceiveCount", settings.maxReceiveCount());
      attributes.put("RedrivePolicy", policy.toString());
    }
    return answer;
  }

  private LocalQueue queueOf(JsonNode request) {
    var url = request.path("QueueUrl").asText();
    return queues.queue(named(url.substring(url.lastIndexOf('/') + 1)));
  }

  private String named(String name) {
    if (queues.find(name).isEmpty()) {
      throw SqsRefusal.noQueue(name);
    }
    return name;
  }

  private String arn(String name) {
    return "arn:aws:sqs:" + region + ":" + ACCOUNT + ":" + name;
  }

  private static String url(String host, String name) {
    return "http://" + host + "/" + ACCOUNT + "/" + name;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Clients compare it with the body that they sent or got. */
  private static String md5(String body) {
    try {
      var hash = MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
