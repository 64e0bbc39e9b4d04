package extrablatt.local.s3;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The event that S3 puts on the event bus when an object was written; unlike in a notification its
 * key is plain.
 */
public final class EventBridgeJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ACCOUNT = "000000000000";

  private EventBridgeJson() {}

  public static ObjectNode of(ObjectCreated event, String region) {
    var message = JSON.createObjectNode();
    message.put("version", "0");
    message.put("id", UUID.randomUUID().toString());
    message.put("detail-type", "Object Created");
    message.put("source", "aws.s3");
    message.put("account", ACCOUNT);
    message.put("time", event.eventTime().truncatedTo(ChronoUnit.SECONDS).toString());
    message.put("region", region);
    message.putArray("resources").add("arn:aws:s3:::" + event.bucket());
    var detail = message.putObject("detail");
    detail.put("version", "0");
    detail.putObject("bucket").put("name", event.bucket());
    detail
        .putObject("object")
        .put("key", event.key())
        .put("size", event.size())
        .put("etag", event.eTag())
        .put("version-id", event.versionId())
        .put("sequencer", event.sequencer());
    detail.put("request-id", event.versionId());
    detail.put("requester", ACCOUNT);
    detail.put("source-ip-address", "127.0.0.1");
    detail.put("reason", event.eventName().replace("ObjectCreated:", "") + "Object");
    return message;
  }
}
