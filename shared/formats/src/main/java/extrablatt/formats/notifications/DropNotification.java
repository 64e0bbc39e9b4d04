package extrablatt.formats.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.domain.ingest.Dropped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * A message about dropped objects: S3's own event notification, which may have several records and
 * encodes keys like form fields, or EventBridge's "Object Created" event, which has one and does
 * not. S3's test message names none.
 *
 * @param replay whether somebody asked for the objects to be taken again
 */
public record DropNotification(List<Dropped> dropped, boolean replay) {
  private static final JsonMapper JSON = new JsonMapper();

  public DropNotification {
    dropped = List.copyOf(dropped);
  }

  /** Thrown for a message that is neither; nothing in the bucket can have sent it. */
  public static final class Unreadable extends RuntimeException {
    Unreadable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Reads a message.
   *
   * @throws Unreadable if it does not name its objects
   */
  public static DropNotification read(String message) {
    try {
      var root = JSON.readTree(message);
      if (root.has("Records")) {
        var dropped = new ArrayList<Dropped>();
        for (var each : root.get("Records")) {
          if (required(each, "eventName").startsWith("ObjectCreated:")) dropped.add(ofS3(each));
        }
        return new DropNotification(dropped, root.path("replay").asBoolean(false));
      }
      if (root.path("Event").asText().equals("s3:TestEvent"))
        return new DropNotification(List.of(), false);
      return new DropNotification(List.of(ofEventBridge(root)), false);
    } catch (JsonProcessingException
        | DateTimeParseException
        | IllegalArgumentException unreadable) {
      throw new Unreadable("not a message about dropped objects", unreadable);
    }
  }

  private static Dropped ofS3(JsonNode record) {
    var object = record.path("s3").path("object");
    return new Dropped(
        URLDecoder.decode(required(object, "key"), StandardCharsets.UTF_8),
        object.path("versionId").asText(),
        object.path("sequencer").asText(),
        Instant.parse(required(record, "eventTime")));
  }

  private static Dropped ofEventBridge(JsonNode event) {
    var object = event.path("detail").path("object");
    return new Dropped(
        required(object, "key"),
        object.path("version-id").asText(),
        object.path("sequencer").asText(),
        Instant.parse(required(event, "time")));
  }

  private static String required(JsonNode node, String field) {
    var value = node.path(field);
    if (!value.isTextual()) throw new IllegalArgumentException("no " + field);
    return value.textValue();
  }
}
