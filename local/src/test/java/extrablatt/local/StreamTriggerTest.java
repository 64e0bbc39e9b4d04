package extrablatt.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.tokens.LocalKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Timeout(120)
class StreamTriggerTest {
  private static final BlockingQueue<DynamodbEvent.DynamodbStreamRecord> RECORDS =
      new LinkedBlockingQueue<>();

  @TempDir Path folder;

  @BeforeEach
  void forget() {
    RECORDS.clear();
  }

  @Test
  void theFunctionGetsTheChangesThatItsFilterLetsThroughInOrder() throws Exception {
    try (var stack = new Stack(null)) {
      stack.put("PUB#1", "first");
      stack.put("DESK#1", "first");
      stack.put("PUB#1", "second");

      var insert = next();
      var change = next();

      assertThat(insert.getEventName()).isEqualTo("INSERT");
      assertThat(change.getEventName()).isEqualTo("MODIFY");
      assertThat(change.getEventSource()).isEqualTo("aws:dynamodb");
      assertThat(change.getAwsRegion()).isEqualTo("eu-central-1");
      assertThat(change.getEventSourceARN())
          .startsWith(
              "arn:aws:dynamodb:eu-central-1:000000000000:table/extrablatt-content/stream/");
      assertThat(key(change)).isEqualTo("PUB#1");
      assertThat(text(change.getDynamodb().getOldImage(), "text")).isEqualTo("first");
      assertThat(text(change.getDynamodb().getNewImage(), "text")).isEqualTo("second");
      assertThat(change.getDynamodb().getStreamViewType()).isEqualTo("NEW_AND_OLD_IMAGES");
      assertThat(change.getDynamodb().getApproximateCreationDateTime()).isNotNull();
      assertThat(change.getDynamodb().getSequenceNumber())
          .isGreaterThan(insert.getDynamodb().getSequenceNumber());
    }
  }

  @Test
  void whatTheFunctionCannotDoIsToldAfterItsRetriesAndTheRestGoesOn() throws Exception {
    try (var stack = new Stack(null)) {
      stack.put("PUB#broken", "text");
      var first = next();
      var second = next();

      var message =
          stack
              .services
              .queues()
              .queue("extrablatt-given-up")
              .receive(1, Duration.ofSeconds(30), Duration.ofSeconds(20))
              .getFirst();
      stack.put("PUB#whole", "text");

      assertThat(second).isEqualTo(first);
      var number = first.getDynamodb().getSequenceNumber();
      var told = new JsonMapper().readTree(message.body());
      assertThat(told.at("/requestContext/condition").asText()).isEqualTo("RetryAttemptsExhausted");
      assertThat(told.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(2);
      assertThat(told.at("/DDBStreamBatchInfo/startSequenceNumber").asText()).isEqualTo(number);
      assertThat(told.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
      assertThat(key(next())).isEqualTo("PUB#whole");
    }
  }

  @Test
  void afterARestartItGoesOnWhereItWas() throws Exception {
    try (var stack = new Stack(folder)) {
      stack.put("PUB#1", "text");
      next();
    }

    try (var stack = new Stack(folder, false)) {
      stack.put("PUB#2", "nobody reads it yet");
    }
    try (var stack = new Stack(folder)) {
      stack.put("PUB#3", "text");

      assertThat(key(next())).isEqualTo("PUB#2");
      assertThat(key(next())).isEqualTo("PUB#3");
      assertThat(RECORDS).isEmpty();
    }
  }

  private static DynamodbEvent.DynamodbStreamRecord next() throws InterruptedException {
    return Objects.requireNonNull(RECORDS.poll(20, TimeUnit.SECONDS), "no change came");
  }

  private static String key(DynamodbEvent.DynamodbStreamRecord record) {
    return text(record.getDynamodb().getKeys(), "pk");
  }

  private static String text(
      Map<String, com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue> item,
      String attribute) {
    return Objects.requireNonNull(item.get(attribute), attribute).getS();
  }

  /** The stack of the template, with or without what calls its functions. */
  private static final class Stack implements AutoCloseable {
    private final Running running = new Running();
    private final LocalServices services;

    Stack(@org.jspecify.annotations.Nullable Path data) throws IOException {
      this(data, true);
    }

    Stack(@org.jspecify.annotations.Nullable Path data, boolean calls) throws IOException {
      var file = Path.of("src/test/resources/live-template.yaml");
      var template = LocalStack.template(file, URI.create("http://localhost:0"));
      var clock = Clock.systemUTC();
      var place = new TemplateServices.Place("127.0.0.1", 0, 0, 0, data);
      services = running.with(TemplateServices.start(template, place, clock));
      if (calls) {
        var keys = LocalKey.in(java.nio.file.Files.createTempDirectory("keys")).publicKeys();
        var stack =
            running.with(
                LocalStack.start(
                    template,
                    Endpoints.of(services),
                    services.permissions(),
                    LocalStack.Place.free(),
                    keys,
                    clock));
        running.with(Triggers.start(template, stack.functions(), services, data, clock));
      }
    }

    void put(String key, String text) {
      try (var client = TemplateServices.client(services)) {
        client.putItem(it ->
            it.tableName("extrablatt-content")
                .item(Map.of("pk", AttributeValue.fromS(key), "text", AttributeValue.fromS(text))));
      }
    }

    @Override
    public void close() {
      running.close(Duration.ofSeconds(10));
    }
  }

  public static final class Changes implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    public Changes(Map<String, String> environment) {
      assertThat(environment).containsKey("AWS_ENDPOINT_URL_DYNAMODB");
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
      for (var record : event.getRecords()) {
        RECORDS.add(record);
        if (key(record).equals("PUB#broken")) {
          var failure = new BatchItemFailure(record.getDynamodb().getSequenceNumber());
          return new StreamsEventResponse(List.of(failure));
        }
      }
      return new StreamsEventResponse(List.of());
    }
  }
}
