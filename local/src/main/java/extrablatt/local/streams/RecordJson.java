package extrablatt.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import extrablatt.local.template.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Writes a record of a stream as it stands in Lambda's events. */
final class RecordJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RecordJson() {}

  static ObjectNode of(Record record, String streamArn) {
    var json = JSON.objectNode();
    json.put("eventID", record.eventID());
    json.put("eventName", record.eventNameAsString());
    json.put("eventVersion", record.eventVersion());
    json.put("eventSource", record.eventSource());
    json.put("awsRegion", Surroundings.REGION); // DynamoDB Local names one of its own.
    json.set("dynamodb", change(record.dynamodb()));
    if (record.userIdentity() != null) {
      json.putObject("userIdentity")
          .put("principalId", record.userIdentity().principalId())
          .put("type", record.userIdentity().type());
    }
    json.put("eventSourceARN", streamArn);
    return json;
  }

  static String sequenceNumber(JsonNode record) {
    return record.at("/dynamodb/SequenceNumber").asText();
  }

  private static ObjectNode change(StreamRecord change) {
    var json = JSON.objectNode();
    json.put("ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    json.set("Keys", item(change.keys()));
    if (change.hasNewImage()) {
      json.set("NewImage", item(change.newImage()));
    }
    if (change.hasOldImage()) {
      json.set("OldImage", item(change.oldImage()));
    }
    json.put("SequenceNumber", change.sequenceNumber());
    json.put("SizeBytes", change.sizeBytes());
    json.put("StreamViewType", change.streamViewTypeAsString());
    return json;
  }

  private static ObjectNode item(Map<String, AttributeValue> attributes) {
    var json = JSON.objectNode();
    new TreeMap<>(attributes).forEach((name, value) -> json.set(name, attribute(value)));
    return json;
  }

  private static ObjectNode attribute(AttributeValue value) {
    var type = value.type() == AttributeValue.Type.NUL ? "NULL" : value.type().name();
    return JSON.objectNode().set(type, content(value));
  }

  private static JsonNode content(AttributeValue value) {
    return switch (value.type()) {
      case S -> JSON.textNode(value.s());
      case N -> JSON.textNode(value.n());
      case B -> binary(value.b());
      case BOOL -> JSON.booleanNode(value.bool());
      case NUL -> JSON.booleanNode(value.nul());
      case M -> item(value.m());
      case L -> list(value.l().stream().<JsonNode>map(RecordJson::attribute).toList());
      case SS -> list(value.ss().stream().<JsonNode>map(JSON::textNode).toList());
      case NS -> list(value.ns().stream().<JsonNode>map(JSON::textNode).toList());
      case BS -> list(value.bs().stream().map(RecordJson::binary).toList());
      case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("unknown type: " + value);
    };
  }

  /** As text, in base64. */
  private static JsonNode binary(SdkBytes bytes) {
    return JSON.textNode(java.util.Base64.getEncoder().encodeToString(bytes.asByteArray()));
  }

  private static JsonNode list(List<JsonNode> items) {
    return JSON.arrayNode().addAll(items);
  }
}
