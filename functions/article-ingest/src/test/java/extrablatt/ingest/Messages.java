package extrablatt.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import extrablatt.domain.ingest.Dropped;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The messages in which a queue hands dropped objects to the functions. */
final class Messages {
  /** Where a call comes from, of which our functions ask for its id alone. */
  static final Context CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (_, method, _) -> {
                if (method.getName().equals("getAwsRequestId")) return "request";
                throw new UnsupportedOperationException(method.getName());
              });

  private Messages() {}

  static SQSEvent event(SQSMessage... messages) {
    var event = new SQSEvent();
    event.setRecords(List.of(messages));
    return event;
  }

  /** A message about objects, delivered for the n-th time. */
  static SQSMessage message(String id, int deliveries, Dropped... dropped) {
    return message(id, deliveries, body(false, dropped));
  }

  /** A message by which somebody asks for an object again. */
  static SQSMessage replay(String id, Dropped dropped) {
    return message(id, 1, body(true, dropped));
  }

  static SQSMessage message(String id, int deliveries, String body) {
    var message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    message.setAttributes(Map.of("ApproximateReceiveCount", String.valueOf(deliveries)));
    return message;
  }

  private static String body(boolean replay, Dropped... dropped) {
    return "{\"replay\":%s,\"Records\":[%s]}"
        .formatted(
            replay, Arrays.stream(dropped).map(Messages::record).collect(Collectors.joining(",")));
  }

  private static String record(Dropped dropped) {
    return """
    {"eventTime":"%s","eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"extrablatt-drop"},\
    "object":{"key":"%s","versionId":"%s","sequencer":"%s"}}}\
    """
        .formatted(
            dropped.receivedAt(),
            URLEncoder.encode(dropped.key(), StandardCharsets.UTF_8),
            dropped.version(),
            dropped.sequencer());
  }
}
