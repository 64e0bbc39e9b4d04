package extrablatt.local;

import extrablatt.local.dynamodb.Tables;
import extrablatt.local.iam.Permissions;
import extrablatt.local.iam.Role;
import extrablatt.local.queue.QueueSettings;
import extrablatt.local.s3.Bucket;
import extrablatt.local.s3.EventRoute;
import extrablatt.local.s3.NotificationRule;
import extrablatt.local.template.Bucket.Notification;
import extrablatt.local.template.LocalNames;
import extrablatt.local.template.Queue;
import extrablatt.local.template.SamTemplate;
import extrablatt.local.template.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores and queues with the tables, buckets, queues and notifications of a template. */
final class TemplateServices {
  private TemplateServices() {}

  /**
   * Where they listen and keep what they are given.
   *
   * @param data null for memory
   */
  record Place(String host, int dynamoDbPort, int s3Port, int sqsPort, @Nullable Path data) {}

  static LocalServices start(SamTemplate template, Place place, Clock clock) {
    var services = LocalServices.start(settings(template, place), clock);
    try (var client = client(services)) {
      Tables.create(template.tables(), client);
      return services;
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
  }

  private static LocalServices.Settings settings(SamTemplate template, Place place) {
    return new LocalServices.Settings(
        place.host(),
        place.dynamoDbPort(),
        place.s3Port(),
        place.sqsPort(),
        place.data(),
        Surroundings.REGION,
        AccessKey.LOCAL,
        permissions(template),
        partitionKeys(template),
        buckets(template),
        template.queues().stream().map(TemplateServices::queue).toList(),
        notifications(template),
        events(template));
  }

  /** What each function may do, if the template writes its role out. */
  private static Permissions permissions(SamTemplate template) {
    var roles = new HashMap<String, Role>();
    template.roles().forEach(role -> roles.put(role.id(), role));
    var byFunction = new HashMap<String, Role>();
    for (var function : template.functions()) {
      var role = function.role() == null ? null : roles.get(function.role());
      if (role != null) byFunction.put(function.id(), role);
    }
    return new Permissions(byFunction);
  }

  private static Map<String, String> partitionKeys(SamTemplate template) {
    return template.tables().stream()
        .collect(
            Collectors.toMap(
                table -> LocalNames.name(table.id(), "AWS::DynamoDB::Table"),
                table -> table.keys().partition()));
  }

  /**
   * A bucket that tells of whatever comes is one to drop into, so it is open to a plain upload; one
   * that tells of some of its objects is not.
   */
  private static List<Bucket> buckets(SamTemplate template) {
    return template.buckets().stream()
        .map(bucket -> {
          var name = LocalNames.name(bucket.id(), "AWS::S3::Bucket");
          return bucket.tellsEventBridge()
              ? Bucket.drop(name)
              : Bucket.closedButHeard(
                  name,
                  bucket.notifications().stream().map(Notification::prefix).distinct().toList());
        })
        .toList();
  }

  private static QueueSettings queue(Queue queue) {
    var redrive = queue.redrive();
    return redrive == null
        ? QueueSettings.withoutRedrive(queueName(queue.id()), queue.visibilityTimeout())
        : new QueueSettings(
            queueName(queue.id()),
            queue.visibilityTimeout(),
            redrive.maximumReceives(),
            queueName(redrive.deadLetterQueue()));
  }

  private static List<NotificationRule> notifications(SamTemplate template) {
    return template.buckets().stream()
        .flatMap(bucket ->
            bucket.notifications().stream()
                .map(it ->
                    new NotificationRule(
                        LocalNames.name(bucket.id(), "AWS::S3::Bucket"),
                        it.event(),
                        it.prefix(),
                        it.suffix(),
                        queueName(it.queue()))))
        .toList();
  }

  private static List<EventRoute> events(SamTemplate template) {
    return template.eventRules().stream()
        .flatMap(rule ->
            rule.targets().stream()
                .map(queue -> new EventRoute(rule.pattern()::matches, queueName(queue))))
        .toList();
  }

  static String queueName(String logicalId) {
    return LocalNames.name(logicalId, "AWS::SQS::Queue");
  }

  static DynamoDbClient client(LocalServices services) {
    return configured(DynamoDbClient.builder(), services).build();
  }

  /** A client's builder with DynamoDB's address and the credentials that it takes. */
  static <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B configured(
      B builder, LocalServices services) {
    var key = AwsBasicCredentials.create(AccessKey.LOCAL.id(), AccessKey.LOCAL.secret());
    return builder
        .endpointOverride(services.dynamoDbEndpoint())
        .region(Region.of(Surroundings.REGION))
        .credentialsProvider(StaticCredentialsProvider.create(key))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
