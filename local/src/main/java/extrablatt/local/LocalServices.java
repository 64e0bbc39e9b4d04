package extrablatt.local;

import extrablatt.local.dynamodb.LocalDynamoDb;
import extrablatt.local.iam.Permissions;
import extrablatt.local.queue.LocalQueues;
import extrablatt.local.queue.QueueSettings;
import extrablatt.local.queue.SqsEndpoint;
import extrablatt.local.s3.Bucket;
import extrablatt.local.s3.EventBridgeJson;
import extrablatt.local.s3.EventRoute;
import extrablatt.local.s3.LocalS3;
import extrablatt.local.s3.NotificationJson;
import extrablatt.local.s3.NotificationRule;
import extrablatt.local.s3.ObjectCreated;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every store and queue of the local stack, started and stopped together. */
public final class LocalServices implements AutoCloseable {
  private final LocalDynamoDb dynamoDb;
  private final LocalS3 s3;
  private final LocalQueues queues;
  private final SqsEndpoint sqs;
  private final Permissions permissions;

  private LocalServices(
      LocalDynamoDb dynamoDb,
      LocalS3 s3,
      LocalQueues queues,
      SqsEndpoint sqs,
      Permissions permissions) {
    this.dynamoDb = dynamoDb;
    this.s3 = s3;
    this.queues = queues;
    this.sqs = sqs;
    this.permissions = permissions;
  }

  /**
   * What to start. A port of 0 stands for a free one.
   *
   * @param host the address that S3 and SQS listen on, such as {@code 127.0.0.1}
   * @param data the folder that keeps everything; null keeps it in memory
   * @param partitionKeys the tables' partition keys, by table
   */
  public record Settings(
      String host,
      int dynamoDbPort,
      int s3Port,
      int sqsPort,
      @Nullable Path data,
      String region,
      AccessKey accessKey,
      Permissions permissions,
      Map<String, String> partitionKeys,
      List<Bucket> buckets,
      List<QueueSettings> queues,
      List<NotificationRule> notifications,
      List<EventRoute> events) {
    public Settings {
      partitionKeys = Map.copyOf(partitionKeys);
      buckets = List.copyOf(buckets);
      queues = List.copyOf(queues);
      notifications = List.copyOf(notifications);
      events = List.copyOf(events);
    }

    @Nullable Path folder(String name) {
      return data == null ? null : data.resolve(name);
    }
  }

  /**
   * Starts everything and returns when it answers.
   *
   * @throws PortTaken if something listens on one of the ports; then nothing was written
   */
  public static LocalServices start(Settings settings, Clock clock) {
    PortTaken.check(LocalDynamoDb.HOST, settings.dynamoDbPort(), LocalDynamoDb.NAME);
    PortTaken.check(settings.host(), settings.s3Port(), LocalS3.NAME);
    PortTaken.check(settings.host(), settings.sqsPort(), SqsEndpoint.NAME);
    var queues = LocalQueues.open(settings.folder("queues"), settings.queues(), clock);
    settings.notifications().forEach(rule -> queues.queue(rule.queueName()));
    settings.events().forEach(route -> queues.queue(route.queueName()));
    var dynamoDb =
        meanwhile(() ->
            LocalDynamoDb.start(
                new LocalDynamoDb.Settings(
                    settings.dynamoDbPort(),
                    settings.folder("dynamodb"),
                    settings.permissions(),
                    settings.partitionKeys())));
    var s3 = meanwhile(() -> startS3(settings, queues, clock));
    try {
      return new LocalServices(
          dynamoDb.join(),
          s3.join(),
          queues,
          SqsEndpoint.start(
              settings.host(),
              settings.sqsPort(),
              queues,
              settings.region(),
              settings.permissions()),
          settings.permissions());
    } catch (RuntimeException e) {
      stop(dynamoDb, e);
      stop(s3, e);
      throw e.getCause() instanceof PortTaken taken ? taken : e;
    }
  }

  public URI dynamoDbEndpoint() {
    return dynamoDb.endpoint();
  }

  public URI s3Endpoint() {
    return s3.endpoint();
  }

  public URI sqsEndpoint() {
    return sqs.endpoint();
  }

  public LocalQueues queues() {
    return queues;
  }

  /** Who may do what to them. */
  public Permissions permissions() {
    return permissions;
  }

  /** Close the queues' consumers before: what they call needs the stores. */
  @Override
  public void close() {
    try (dynamoDb;
        s3;
        sqs) {
      // Closed in the opposite order, each even if another fails to.
    }
  }

  private static LocalS3 startS3(Settings settings, LocalQueues queues, Clock clock) {
    return LocalS3.start(
        new LocalS3.Settings(
            settings.host(),
            settings.s3Port(),
            settings.folder("s3"),
            settings.accessKey(),
            settings.permissions(),
            settings.buckets()),
        event -> notify(event, settings, queues),
        clock);
  }

  private static void notify(ObjectCreated event, Settings settings, LocalQueues queues) {
    settings.notifications().stream()
        .filter(rule -> rule.matches(event))
        .map(rule -> queues.queue(rule.queueName()))
        .forEach(queue -> queue.send(NotificationJson.of(event, settings.region())));
    var message = EventBridgeJson.of(event, settings.region());
    settings.events().stream()
        .filter(route -> route.pattern().test(message))
        .map(route -> queues.queue(route.queueName()))
        .forEach(queue -> queue.send(message.toString()));
  }

  /** Why the start failed is what counts; a failure to stop only rides on it. */
  private static void stop(CompletableFuture<? extends AutoCloseable> service, Exception reason) {
    try {
      service.join().close();
    } catch (Exception e) {
      reason.addSuppressed(e);
    }
  }

  private static <T> CompletableFuture<T> meanwhile(Supplier<T> start) {
    return CompletableFuture.supplyAsync(start, task -> Thread.ofPlatform().start(task));
  }
}
