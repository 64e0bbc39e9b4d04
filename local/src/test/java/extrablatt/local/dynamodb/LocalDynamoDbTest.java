package extrablatt.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.local.PortTaken;
import extrablatt.local.iam.Permissions;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

final class LocalDynamoDbTest {
  @Test
  void whatWasWrittenIsThereAfterARestart(@TempDir Path folder) {
    try (var database = LocalDynamoDb.start(LocalDynamoDb.Settings.open(folder));
        var client = TestTable.client(database.endpoint())) {
      TestTable.create(client);
      client.putItem(put -> put.tableName(TestTable.NAME).item(Map.of("pk", text("a"))));
    }

    try (var database = LocalDynamoDb.start(LocalDynamoDb.Settings.open(folder));
        var client = TestTable.client(database.endpoint())) {
      var found = client.getItem(get -> get.tableName(TestTable.NAME).key(Map.of("pk", text("a"))));
      assertThat(found.item()).containsKey("pk");
    }
  }

  @Test
  void itsStreamTellsOfWritesAndTimeToLiveCanBeSwitchedOn() {
    try (var database = LocalDynamoDb.start(LocalDynamoDb.Settings.open(null));
        var client = TestTable.client(database.endpoint());
        var streams = streamsOf(database.endpoint())) {
      TestTable.create(client);
      client.updateTimeToLive(update ->
          update
              .tableName(TestTable.NAME)
              .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("ttl")));
      client.putItem(put -> put.tableName(TestTable.NAME).item(Map.of("pk", text("a"))));

      var stream =
          client
              .describeTable(describe -> describe.tableName(TestTable.NAME))
              .table()
              .latestStreamArn();
      var shard =
          streams
              .describeStream(describe -> describe.streamArn(stream))
              .streamDescription()
              .shards()
              .getFirst();
      var iterator =
          streams
              .getShardIterator(get ->
                  get.streamArn(stream)
                      .shardId(shard.shardId())
                      .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      var records = streams.getRecords(get -> get.shardIterator(iterator)).records();
      var ttl =
          client
              .describeTimeToLive(describe -> describe.tableName(TestTable.NAME))
              .timeToLiveDescription();

      assertThat(records)
          .singleElement()
          .satisfies(record -> assertThat(record.dynamodb().newImage()).containsKey("pk"));
      assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
    }
  }

  @Test
  void closingEndsItsThreads() {
    var before = Thread.getAllStackTraces().keySet();

    LocalDynamoDb.start(LocalDynamoDb.Settings.open(null)).close();

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !thread.isDaemon() && thread.isAlive())
        .isSubsetOf(before);
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (var other = new ServerSocket(0)) {
      assertThatThrownBy(() ->
              LocalDynamoDb.start(
                  new LocalDynamoDb.Settings(
                      other.getLocalPort(), null, Permissions.none(), Map.of())))
          .isInstanceOfSatisfying(
              PortTaken.class, taken -> assertThat(taken.port()).isEqualTo(other.getLocalPort()));
    }
  }

  private static DynamoDbStreamsClient streamsOf(URI endpoint) {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(TestTable.CREDENTIALS)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
