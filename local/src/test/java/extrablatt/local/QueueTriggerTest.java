package extrablatt.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.tokens.LocalKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueTriggerTest {
  private static final BlockingQueue<String> BODIES = new LinkedBlockingQueue<>();

  @TempDir Path folder;
  private LocalServices services;
  private LocalStack stack;
  private Triggers triggers;

  @BeforeEach
  void start() throws IOException {
    BODIES.clear();
    var file = Path.of("src/test/resources/drop-template.yaml");
    var sqs = URI.create("http://localhost:0");
    var template = LocalStack.template(file, sqs);
    var clock = Clock.systemUTC();
    var place = new TemplateServices.Place("127.0.0.1", 0, 0, 0, null);
    services = TemplateServices.start(template, place, clock);
    stack =
        LocalStack.start(
            template,
            Endpoints.of(services),
            services.permissions(),
            LocalStack.Place.free(),
            LocalKey.in(folder).publicKeys(),
            clock);
    triggers = Triggers.start(template, stack.functions(), services, null, clock);
  }

  @AfterEach
  void stop() {
    triggers.close();
    stack.close();
    services.close();
  }

  @Test
  void aDropReachesTheFunctionThatTheTemplateNames() throws Exception {
    drop("publish/demo/Tor%20des%20Tages.txt");

    var object = nextBody().at("/Records/0/s3");
    assertThat(object.at("/bucket/name").asText()).isEqualTo("extrablatt-drop");
    assertThat(object.at("/object/key").asText()).isEqualTo("publish/demo/Tor+des+Tages.txt");
  }

  @Test
  void aDropOutsideThePrefixesComesAsAnEventOfTheBus() throws Exception {
    drop("stray/a%20b.txt");

    var event = nextBody();
    assertThat(event.at("/detail-type").asText()).isEqualTo("Object Created");
    assertThat(event.at("/detail/object/key").asText()).isEqualTo("stray/a b.txt");
    assertThat(BODIES).isEmpty();
  }

  private void drop(String key) throws Exception {
    var request =
        HttpRequest.newBuilder(services.s3Endpoint().resolve("/extrablatt-drop/").resolve(key))
            .PUT(HttpRequest.BodyPublishers.ofString("Titel"))
            .build();
    var status =
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.discarding())
            .statusCode();
    assertThat(status).isEqualTo(200);
  }

  private static JsonNode nextBody() throws Exception {
    return new JsonMapper()
        .readTree(Objects.requireNonNull(BODIES.poll(20, TimeUnit.SECONDS), "no message came"));
  }

  public static final class Ingest implements RequestHandler<SQSEvent, SQSBatchResponse> {
    public Ingest(Map<String, String> environment) {
      assertThat(environment).containsKey("AWS_ENDPOINT_URL_S3");
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
      event.getRecords().forEach(record -> BODIES.add(record.getBody()));
      return new SQSBatchResponse(List.of());
    }
  }
}
