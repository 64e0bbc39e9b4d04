package extrablatt.local.streams;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import extrablatt.local.template.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes what Lambda tells a destination of records that a function could not do. */
final class FailureJson {
  private static final JsonMapper JSON = new JsonMapper();

  private FailureJson() {}

  /** The records themselves stay in the stream: the message says where. */
  static String of(
      String function, String shard, List<ObjectNode> records, int calls, Instant now) {
    var json = JSON.createObjectNode();
    json.putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put(
            "functionArn",
            "arn:aws:lambda:%s:%s:function:%s"
                .formatted(Surroundings.REGION, Surroundings.ACCOUNT, function))
        .put("condition", "RetryAttemptsExhausted")
        .put("approximateInvokeCount", calls);
    json.putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", "$LATEST")
        .put("functionError", "Unhandled");
    json.put("version", "1.0");
    json.put("timestamp", now.toString());
    json.putObject("DDBStreamBatchInfo")
        .put("shardId", shard)
        .put("startSequenceNumber", RecordJson.sequenceNumber(records.getFirst()))
        .put("endSequenceNumber", RecordJson.sequenceNumber(records.getLast()))
        .put("approximateArrivalOfFirstRecord", arrival(records.getFirst()))
        .put("approximateArrivalOfLastRecord", arrival(records.getLast()))
        .put("batchSize", records.size())
        .put("streamArn", records.getFirst().path("eventSourceARN").asText());
    return json.toString();
  }

  private static String arrival(ObjectNode record) {
    return Instant.ofEpochSecond(record.at("/dynamodb/ApproximateCreationDateTime").asLong())
        .toString();
  }
}
