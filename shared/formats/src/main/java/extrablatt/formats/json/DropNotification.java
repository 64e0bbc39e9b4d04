package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.Dropped;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.json.JsonValue.JsonArray;
import extrablatt.formats.json.JsonValue.JsonFlag;
import extrablatt.formats.json.JsonValue.JsonObject;
import extrablatt.formats.json.JsonValue.JsonText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A message about dropped objects: S3's own event notification, which may have several records and
 * encodes keys like form fields, or EventBridge's "Object Created" event, which has one and does
 * not. S3's test message names none.
 *
 * @param replay whether somebody asked for the objects to be taken again
 */
public record DropNotification(List<Dropped> dropped, boolean replay) {
  public DropNotification {
    dropped = List.copyOf(dropped);
  }

  /** Thrown for a message that is neither; nothing in the bucket can have sent it. */
  public static final class Unreadable extends RuntimeException {
    Unreadable(String message) {
      super(message);
    }

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
    if (!(JsonParsing.parse(Bytes.utf8(message)) instanceof Parsed.Understood(var root))) {
      throw new Unreadable("a message about dropped objects is JSON");
    }
    try {
      if (root.fields().get("Records") instanceof JsonArray(var records)) {
        return new DropNotification(ofS3(records), isTrue(root, "replay"));
      }
      if (text(root, "Event").equals("s3:TestEvent")) return new DropNotification(List.of(), false);
      return new DropNotification(List.of(ofEventBridge(root)), false);
    } catch (DateTimeParseException | IllegalArgumentException unreadable) {
      throw new Unreadable("a message about dropped objects lacks a field", unreadable);
    }
  }

  private static List<Dropped> ofS3(List<JsonValue> records) {
    var dropped = new ArrayList<Dropped>();
    for (var each : records) {
      if (!(each instanceof JsonObject record))
        throw new IllegalArgumentException("a record is an object");
      if (!required(record, "eventName").startsWith("ObjectCreated:")) continue;
      var object = object(object(record, "s3"), "object");
      dropped.add(
          new Dropped(
              URLDecoder.decode(required(object, "key"), StandardCharsets.UTF_8),
              text(object, "versionId"),
              text(object, "sequencer"),
              Instant.parse(required(record, "eventTime"))));
    }
    return dropped;
  }

  private static Dropped ofEventBridge(JsonObject event) {
    var object = object(object(event, "detail"), "object");
    return new Dropped(
        required(object, "key"),
        text(object, "version-id"),
        text(object, "sequencer"),
        Instant.parse(required(event, "time")));
  }

  private static JsonObject object(JsonObject outer, String field) {
    return outer.fields().get(field) instanceof JsonObject inner ? inner : new JsonObject(Map.of());
  }

  private static String text(JsonObject object, String field) {
    return object.fields().get(field) instanceof JsonText(var text) ? text : "";
  }

  private static String required(JsonObject object, String field) {
    var text = text(object, field);
    if (text.isEmpty()) throw new IllegalArgumentException("no " + field);
    return text;
  }

  private static boolean isTrue(JsonObject object, String field) {
    return object.fields().get(field) instanceof JsonFlag(var flag) && flag;
  }
}
