package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.local.MemoryStack;
import extrablatt.local.template.Function;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A call that a function's role lacks is refused by the stores, by name of the missing action. */
final class RightsTest {
  private static final String TABLE = "extrablatt-content";
  private static final String CONTENT = "extrablatt-content";
  private static final String DROPS = "extrablatt-drop";

  private static final RequestBody TEXT = RequestBody.fromString("text");

  /** One of its own: what is asked here in a function's name is no use that the function has. */
  private static MemoryStack stack;

  @TempDir private static Path keys;

  @BeforeAll
  static void start() throws IOException {
    stack = MemoryStack.start(Stack.TEMPLATE, keys);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void readersOfWhatIsPublicReadNothingElse() {
    asking(dynamo -> {
      assertThatCode(() -> get(dynamo, "PUB#ARTICLE#1")).doesNotThrowAnyException();
      assertThatThrownBy(() -> get(dynamo, "ARTICLE#1"))
          .hasMessageContaining("not authorized to perform: dynamodb:GetItem")
          .hasMessageContaining("ARTICLE#1");
      assertThatThrownBy(() -> query(dynamo, "ORIGIN#agency#1"))
          .hasMessageContaining("not authorized to perform: dynamodb:Query");
      assertThatThrownBy(() -> dynamo.scan(scan -> scan.tableName(TABLE)))
          .hasMessageContaining("not authorized to perform: dynamodb:Scan");
    });
  }

  @Test
  void readersOfWhatIsPublicWriteNothing() {
    asking(dynamo -> {
      assertThatThrownBy(
              () -> dynamo.putItem(put -> put.tableName(TABLE).item(item("PUB#ARTICLE#1"))))
          .hasMessageContaining("not authorized to perform: dynamodb:PutItem");
      assertThatThrownBy(() -> transact(dynamo, "PUB#ARTICLE#1"))
          .hasMessageContaining("not authorized to perform: dynamodb:PutItem");
    });
  }

  @Test
  void aTransactionIsRefusedForOneOfItsParts() {
    try (var dynamo = dynamo("DueEntriesFunction")) {
      assertThatThrownBy(() -> transact(dynamo, "DUE", "ORIGIN#agency#1"))
          .hasMessageContaining("not authorized to perform: dynamodb:PutItem")
          .hasMessageContaining("ORIGIN#agency#1");
      assertThat(get(dynamo, "DUE")).isFalse();
    }
  }

  @Test
  void aBucketsPrefixesAreKept() {
    try (var s3 = s3("DeliveryFunction")) {
      assertThatThrownBy(() -> read(s3, CONTENT, "revisions/articles/1/1.json"))
          .hasMessageContaining("not authorized to perform: s3:GetObject");
      assertThatThrownBy(() -> s3.putObject(put -> put.bucket(CONTENT).key("public/a"), TEXT))
          .hasMessageContaining("not authorized to perform: s3:PutObject");
      assertThatThrownBy(() -> s3.listObjectsV2(list -> list.bucket(CONTENT)))
          .hasMessageContaining("not authorized to perform: s3:ListBucket");
    }
  }

  @Test
  void whoMayNotListABucketIsNotToldThatAnObjectIsMissing() {
    try (var delivery = s3("DeliveryFunction");
        var ingest = s3("MediaIngestFunction")) {
      assertThatThrownBy(() -> read(delivery, CONTENT, "public/nowhere"))
          .isInstanceOfSatisfying(
              S3Exception.class, refusal -> assertThat(refusal.statusCode()).isEqualTo(403))
          .hasMessageContaining("s3:ListBucket");
      assertThatThrownBy(() -> read(ingest, CONTENT, "revisions/teasers/nowhere"))
          .isInstanceOfSatisfying(
              S3Exception.class, refusal -> assertThat(refusal.statusCode()).isEqualTo(404));
    }
  }

  @Test
  void aCopyNeedsTheRightToItsSource() {
    try (var s3 = s3("ArticleIngestFunction")) {
      assertThatThrownBy(() ->
              s3.copyObject(copy ->
                  copy.sourceBucket(DROPS)
                      .sourceKey("media/demo/ferry.mp4")
                      .destinationBucket(DROPS)
                      .destinationKey("rejected/1/ferry.mp4")))
          .hasMessageContaining("not authorized to perform: s3:GetObject")
          .hasMessageContaining("media/demo/ferry.mp4");
    }
  }

  @Test
  void aQueueTakesMessagesOnlyOfWhoMaySend() {
    try (var articles = sqs("ArticlesFunction");
        var delivery = sqs("DeliveryFunction")) {
      var url = url("extrablatt-publication-dead-letter");

      assertThatThrownBy(() -> delivery.sendMessage(send -> send.queueUrl(url).messageBody("text")))
          .hasMessageContaining("not authorized to perform: sqs:SendMessage");
      assertThatThrownBy(() -> articles.sendMessage(send -> send.queueUrl(url).messageBody("text")))
          .hasMessageContaining("extrablatt-publication-dead-letter");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DeliveryFunction", "LiveblogsFunction"})
  void aSocketIsWrittenToOnlyByWhoMay(String function) throws Exception {
    var signed = "AWS4-HMAC-SHA256 Credential=%s/20260101/eu-central-1/execute-api/aws4_request";
    var address = stack.api().resolve("/@connections/nobody");

    assertThat(posted(address, signed.formatted(function))).isEqualTo(403);
    assertThat(posted(address, signed.formatted("PushFunction"))).isEqualTo(410);
  }

  @Test
  void noFunctionEndsTheTableOrABucket() {
    assertThat(functions())
        .isNotEmpty()
        .allSatisfy(function -> {
          try (var dynamo = dynamo(function);
              var s3 = s3(function)) {
            assertThatThrownBy(() -> dynamo.deleteTable(delete -> delete.tableName(TABLE)))
                .hasMessageContaining("not authorized to perform: dynamodb:DeleteTable");
            for (var bucket : List.of(CONTENT, DROPS)) {
              assertThatThrownBy(() -> s3.deleteBucket(delete -> delete.bucket(bucket)))
                  .hasMessageContaining("not authorized to perform: s3:DeleteBucket");
              assertThatThrownBy(
                      () -> s3.deleteObject(delete -> delete.bucket(bucket).key("public/a")))
                  .hasMessageContaining("not authorized to perform: s3:DeleteObject");
            }
          }
        });
  }

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    assertThat(stack.template().functions())
        .extracting(Function::role)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  private void asking(Consumer<DynamoDbClient> questions) {
    try (var dynamo = dynamo("DeliveryFunction")) {
      questions.accept(dynamo);
    }
  }

  private Stream<String> functions() {
    return stack.template().functions().stream().map(Function::id);
  }

  private static boolean get(DynamoDbClient dynamo, String partition) {
    return dynamo.getItem(get -> get.tableName(TABLE).key(item(partition))).hasItem();
  }

  private static void query(DynamoDbClient dynamo, String partition) {
    dynamo.query(query ->
        query
            .tableName(TABLE)
            .keyConditionExpression("pk = :partition")
            .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition))));
  }

  private static void transact(DynamoDbClient dynamo, String... partitions) {
    var puts =
        Stream.of(partitions)
            .map(partition -> Put.builder().tableName(TABLE).item(item(partition)).build())
            .map(put -> TransactWriteItem.builder().put(put).build())
            .toList();
    dynamo.transactWriteItems(transact -> transact.transactItems(puts));
  }

  private static Map<String, AttributeValue> item(String partition) {
    return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS("0"));
  }

  private static void read(S3Client s3, String bucket, String key) {
    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key));
  }

  private String url(String queue) {
    return stack.endpoints().sqs() + "/000000000000/" + queue;
  }

  private static int posted(URI address, String authorization) throws Exception {
    var request =
        java.net.http.HttpRequest.newBuilder(address)
            .header("Authorization", authorization)
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    try (var http = java.net.http.HttpClient.newHttpClient()) {
      return http.send(request, java.net.http.HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private DynamoDbClient dynamo(String function) {
    return Clients.signing(function, DynamoDbClient.builder(), stack.endpoints().dynamoDb())
        .build();
  }

  private S3Client s3(String function) {
    return Clients.signing(
            function, S3Client.builder().forcePathStyle(true), stack.endpoints().s3())
        .build();
  }

  private SqsClient sqs(String function) {
    return Clients.signing(function, SqsClient.builder(), stack.endpoints().sqs()).build();
  }
}
