package extrablatt.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.dynamodb.TestTable;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

@Timeout(120)
final class LocalServicesTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aDropBecomesAMessageAsS3WouldSendIt() throws Exception {
    try (var services = LocalServices.start(ServicesProcess.settings(null), Clock.systemUTC())) {
      var version = drop(services.s3Endpoint(), "publish/demo/M%C3%BCnchen%20a%2Bb.txt", "text");
      drop(services.s3Endpoint(), "elsewhere/x.txt", "text");

      var messages = services.queues().queue("drops").receive(10);

      assertThat(messages).hasSize(1);
      var json = new JsonMapper().readTree(messages.getFirst().body()).at("/Records/0");
      assertThat(json.at("/eventVersion").asText()).isEqualTo("2.1");
      assertThat(json.at("/eventSource").asText()).isEqualTo("aws:s3");
      assertThat(json.at("/awsRegion").asText()).isEqualTo("eu-central-1");
      assertThat(json.at("/eventName").asText()).isEqualTo("ObjectCreated:Put");
      assertThat(json.at("/s3/bucket/arn").asText()).isEqualTo("arn:aws:s3:::drop");
      assertThat(json.at("/s3/object/key").asText())
          .isEqualTo("publish/demo/M%C3%BCnchen+a%2Bb.txt");
      assertThat(json.at("/s3/object/size").asLong()).isEqualTo(4);
      assertThat(json.at("/s3/object/versionId").asText()).isEqualTo(version);
      assertThat(json.at("/s3/object/eTag").asText()).isEqualTo("1cb251ec0d568de6a929b520c4aed8d1");
    }
  }

  @Test
  void aTakenPortIsNamedBeforeAnythingIsWritten(@TempDir Path data) throws Exception {
    try (var other = new ServerSocket(0)) {
      var free = ServicesProcess.settings(data);
      var settings =
          new LocalServices.Settings(
              free.host(),
              free.dynamoDbPort(),
              other.getLocalPort(),
              free.sqsPort(),
              free.data(),
              free.region(),
              free.accessKey(),
              free.permissions(),
              free.partitionKeys(),
              free.buckets(),
              free.queues(),
              free.notifications(),
              free.events());

      assertThatThrownBy(() -> LocalServices.start(settings, Clock.systemUTC()))
          .isInstanceOfSatisfying(
              PortTaken.class,
              taken -> {
                assertThat(taken.port()).isEqualTo(other.getLocalPort());
                assertThat(taken.what()).isEqualTo("S3");
              });
      try (var files = Files.list(data)) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void closingIsQuick() {
    var services = LocalServices.start(ServicesProcess.settings(null), Clock.systemUTC());
    var began = System.nanoTime();

    services.close();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheProcessIsKilled(@TempDir Path data) throws Exception {
    Map<String, String> versions = new ConcurrentHashMap<>();
    List<String> items = new ArrayList<>();
    var enough = new CountDownLatch(20);
    try (var process = ServicesProcess.start(data)) {
      try (var database = TestTable.client(process.dynamoDb())) {
        TestTable.create(database);
      }
      var drops = Thread.ofVirtual().start(() -> dropUntilItFails(process.s3(), versions, enough));
      var puts = Thread.ofVirtual().start(() -> putUntilItFails(process.dynamoDb(), items));
      enough.await();
      process.kill();
      drops.join();
      puts.join();
    }

    try (var services = LocalServices.start(ServicesProcess.settings(data), Clock.systemUTC());
        var s3 = s3(services.s3Endpoint());
        var database = TestTable.client(services.dynamoDbEndpoint())) {
      var announced = announced(services);
      versions.forEach((version, text) -> {
        assertThat(announced).containsEntry(version, "publish/demo/killed.txt");
        var read =
            s3.getObjectAsBytes(
                get -> get.bucket("drop").key("publish/demo/killed.txt").versionId(version));
        assertThat(read.asUtf8String()).isEqualTo(text);
      });
      assertThat(items)
          .isNotEmpty()
          .allSatisfy(id ->
              assertThat(
                      database
                          .getItem(get ->
                              get.tableName(TestTable.NAME)
                                  .key(Map.of("pk", AttributeValue.fromS(id))))
                          .hasItem())
                  .isTrue());
    }
  }

  private static Map<String, String> announced(LocalServices services) throws Exception {
    var announced = new HashMap<String, String>();
    var queue = services.queues().queue("drops");
    for (var batch = queue.receive(10); !batch.isEmpty(); batch = queue.receive(10)) {
      for (var message : batch) {
        var object = new JsonMapper().readTree(message.body()).at("/Records/0/s3/object");
        announced.put(object.path("versionId").asText(), object.path("key").asText());
      }
    }
    return announced;
  }

  private void dropUntilItFails(URI s3, Map<String, String> versions, CountDownLatch enough) {
    for (var number = 0; ; number++) {
      var text = "text number " + number;
      try {
        versions.put(drop(s3, "publish/demo/killed.txt", text), text);
        enough.countDown();
      } catch (Exception _) {
        return; // Killed: this write was not acknowledged.
      }
    }
  }

  private static void putUntilItFails(URI endpoint, List<String> items) {
    try (var database = TestTable.client(endpoint)) {
      for (var number = 0; ; number++) {
        var id = "item " + number;
        database.putItem(
            put -> put.tableName(TestTable.NAME).item(Map.of("pk", AttributeValue.fromS(id))));
        items.add(id);
      }
    } catch (RuntimeException _) {
      return; // Killed: this write was not acknowledged.
    }
  }

  /** Returns the version that S3 answered. */
  private String drop(URI s3, String encodedKey, String text) throws Exception {
    var request =
        HttpRequest.newBuilder(s3.resolve("/drop/" + encodedKey))
            .PUT(HttpRequest.BodyPublishers.ofString(text))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.headers().firstValue("x-amz-version-id").orElseThrow();
  }

  private static S3Client s3(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .forcePathStyle(true)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(TestTable.CREDENTIALS)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
