package extrablatt.local;

import extrablatt.local.dynamodb.LocalDynamoDb;
import extrablatt.local.dynamodb.Tables;
import extrablatt.local.s3.Bucket;
import extrablatt.local.s3.LocalS3;
import extrablatt.local.s3.ObjectCreated;
import extrablatt.local.template.LocalNames;
import extrablatt.local.template.SamTemplate;
import extrablatt.local.template.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB and S3 with the tables and buckets of a template. */
record Stores(LocalDynamoDb dynamoDb, LocalS3 s3) implements AutoCloseable {

  /**
   * Where they listen and keep what they are given.
   *
   * @param s3Host the address that S3 listens on; DynamoDB Local takes every one
   * @param data null for memory
   */
  record Place(String s3Host, int s3Port, int dynamoDbPort, @Nullable Path data) {
    @Nullable Path folder(String name) {
      return data == null ? null : data.resolve(name);
    }
  }

  static Stores start(SamTemplate template, Place place, Consumer<ObjectCreated> drops) {
    var dynamoDb = LocalDynamoDb.start(place.dynamoDbPort(), place.folder("dynamodb"));
    try {
      try (var client = client(dynamoDb)) {
        Tables.create(template.tables(), client);
      }
      var settings =
          new LocalS3.Settings(
              place.s3Host(),
              place.s3Port(),
              place.folder("s3"),
              AccessKey.LOCAL,
              buckets(template));
      return new Stores(dynamoDb, LocalS3.start(settings, drops, Clock.systemUTC()));
    } catch (RuntimeException e) {
      dynamoDb.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try (dynamoDb) {
      s3.close();
    }
  }

  /** A bucket that tells of its objects is one to drop into, so it is open to a plain upload. */
  private static List<Bucket> buckets(SamTemplate template) {
    return template.buckets().stream()
        .map(bucket -> {
          var name = LocalNames.name(bucket.id(), "AWS::S3::Bucket");
          return bucket.notifications().isEmpty() ? Bucket.closed(name) : Bucket.drop(name);
        })
        .toList();
  }

  private static DynamoDbClient client(LocalDynamoDb dynamoDb) {
    var key = AwsBasicCredentials.create(AccessKey.LOCAL.id(), AccessKey.LOCAL.secret());
    return DynamoDbClient.builder()
        .endpointOverride(dynamoDb.endpoint())
        .region(Region.of(Surroundings.REGION))
        .credentialsProvider(StaticCredentialsProvider.create(key))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
