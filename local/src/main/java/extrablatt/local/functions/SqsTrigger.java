package extrablatt.local.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Calls a function with a batch of messages and says which of them failed, as Lambda's poller for
 * SQS does. The caller deletes the others.
 *
 * @param reportsFailures the answer names the failed messages; else only an error counts, for all
 *     of them
 */
public record SqsTrigger(
    String function, String queueArn, String region, boolean reportsFailures, Call call) {
  private static final System.Logger LOG = System.getLogger(SqsTrigger.class.getName());
  private static final JsonMapper JSON = new JsonMapper();

  /** The call of a function, {@link FunctionHost#call(String, byte[])} for one. */
  @FunctionalInterface
  public interface Call {
    byte[] of(String function, byte[] event) throws Exception;
  }

  /**
   * The ids of the messages that are to come again: those the function names, or all when it fails
   * itself.
   */
  public Set<String> failed(List<SqsMessage> batch) {
    var all =
        batch.stream()
            .map(SqsMessage::messageId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    try {
      var answer = call.of(function, event(batch));
      return reportsFailures ? named(answer, all) : Set.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return all;
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, function + " failed; the batch comes again", e);
      return all;
    }
  }

  private byte[] event(List<SqsMessage> batch) throws JsonProcessingException {
    var event = JSON.createObjectNode();
    var records = event.putArray("Records");
    batch.forEach(message -> records.add(message(message)));
    return JSON.writeValueAsBytes(event);
  }

  private ObjectNode message(SqsMessage message) {
    var json = JSON.createObjectNode();
    json.put("messageId", message.messageId());
    json.put("receiptHandle", message.receiptHandle());
    json.put("body", message.body());
    var attributes = json.putObject("attributes");
    new TreeMap<>(message.attributes()).forEach(attributes::put);
    var own = json.putObject("messageAttributes");
    new TreeMap<>(message.messageAttributes())
        .forEach((name, attribute) -> own.set(name, attribute(attribute)));
    json.put("md5OfBody", md5(message.body()));
    json.put("eventSource", "aws:sqs");
    json.put("eventSourceARN", queueArn);
    json.put("awsRegion", region);
    return json;
  }

  private static ObjectNode attribute(SqsMessage.Attribute attribute) {
    var json = JSON.createObjectNode();
    json.put("stringValue", attribute.value());
    json.putArray("stringListValues");
    json.putArray("binaryListValues");
    json.put("dataType", attribute.type());
    return json;
  }

  /**
   * Nothing named: all succeeded. A name that is empty or not of this batch: Lambda takes the whole
   * batch as failed.
   */
  private static Set<String> named(byte[] answer, Set<String> all) throws IOException {
    var json = answer.length == 0 ? JSON.nullNode() : JSON.readTree(answer);
    var failures = json.path("batchItemFailures");
    if (json.isNull() || failures.isMissingNode() || failures.isNull()) {
      return Set.of();
    }
    if (!failures.isArray()) {
      return all;
    }
    var named = new LinkedHashSet<String>();
    for (JsonNode failure : failures) {
      var id = failure.path("itemIdentifier").asText("");
      if (!all.contains(id)) {
        return all;
      }
      named.add(id);
    }
    return named;
  }

  private static String md5(String body) {
    try {
      var digest = MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  /** The attributes of a message that was received for the {@code receiveCount}th time. */
  public static Map<String, String> attributes(
      int receiveCount, long sentTimestamp, long firstReceiveTimestamp) {
    return Map.of(
        "ApproximateReceiveCount", String.valueOf(receiveCount),
        "SentTimestamp", String.valueOf(sentTimestamp),
        "SenderId", "local",
        "ApproximateFirstReceiveTimestamp", String.valueOf(firstReceiveTimestamp));
  }
}
