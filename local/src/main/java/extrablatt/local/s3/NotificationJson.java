package extrablatt.local.s3;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The message that S3 sends to a queue when an object was written. */
public final class NotificationJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private NotificationJson() {}

  public static String of(ObjectCreated event, String region) {
    var message = JSON.createObjectNode();
    var item = message.putArray("Records").addObject();
    item.put("eventVersion", "2.1");
    item.put("eventSource", "aws:s3");
    item.put("awsRegion", region);
    item.put("eventTime", MILLISECONDS.format(event.eventTime()));
    item.put("eventName", event.eventName());
    item.putObject("userIdentity").put("principalId", "local");
    item.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
    item.putObject("responseElements").put("x-amz-request-id", event.versionId());
    describe(event, item.putObject("s3"));
    return message.toString();
  }

  private static void describe(ObjectCreated event, ObjectNode s3) {
    s3.put("s3SchemaVersion", "1.0");
    s3.put("configurationId", "local");
    var bucket = s3.putObject("bucket");
    bucket.put("name", event.bucket());
    bucket.putObject("ownerIdentity").put("principalId", "local");
    bucket.put("arn", "arn:aws:s3:::" + event.bucket());
    s3.putObject("object")
        .put("key", encoded(event.key()))
        .put("size", event.size())
        .put("eTag", event.eTag())
        .put("versionId", event.versionId())
        .put("sequencer", event.sequencer());
  }

  /** S3 encodes keys like form fields, but leaves the slashes. */
  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
