package extrablatt.local.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads queues, tables, buckets and event rules. */
final class StorageViews {
  private StorageViews() {}

  static Queue queue(String id, Value properties) {
    return new Queue(
        id,
        properties.seconds("VisibilityTimeout", Duration.ofSeconds(30)),
        properties.seconds("MessageRetentionPeriod", Duration.ofDays(4)),
        properties.seconds("DelaySeconds", Duration.ZERO),
        properties.find("RedrivePolicy").map(StorageViews::redrive).orElse(null));
  }

  private static Queue.Redrive redrive(Value policy) {
    return new Queue.Redrive(
        policy.get("deadLetterTargetArn").resource(), policy.get("maxReceiveCount").number());
  }

  static Table table(String id, Value properties) {
    var attributes = new LinkedHashMap<String, String>();
    for (var attribute : properties.items("AttributeDefinitions")) {
      attributes.put(attribute.get("AttributeName").text(), attribute.get("AttributeType").text());
    }
    return new Table(
        id,
        keys(properties.get("KeySchema")),
        attributes,
        properties.items("GlobalSecondaryIndexes").stream().map(StorageViews::index).toList(),
        properties.find("StreamSpecification", "StreamViewType").map(Value::text).orElse(null),
        properties
            .find("TimeToLiveSpecification")
            .filter(it -> it.flag("Enabled"))
            .map(it -> it.get("AttributeName").text())
            .orElse(null));
  }

  private static Table.Index index(Value index) {
    var projection = index.get("Projection");
    return new Table.Index(
        index.get("IndexName").text(),
        keys(index.get("KeySchema")),
        projection.get("ProjectionType").text(),
        projection.texts("NonKeyAttributes"));
  }

  private static Table.Keys keys(Value schema) {
    var partition = key(schema, "HASH");
    if (partition == null) {
      throw new TemplateError(schema.line(), "no HASH key");
    }
    return new Table.Keys(partition, key(schema, "RANGE"));
  }

  private static @Nullable String key(Value schema, String type) {
    return schema.items().stream()
        .filter(key -> key.get("KeyType").text().equals(type))
        .map(key -> key.get("AttributeName").text())
        .findFirst()
        .orElse(null);
  }

  static Bucket bucket(String id, Value properties) {
    var notifications = properties.find("NotificationConfiguration");
    notifications.ifPresent(StorageViews::refuseOtherTargets);
    return new Bucket(
        id,
        properties
            .find("VersioningConfiguration", "Status")
            .map(status -> status.text().equals("Enabled"))
            .orElse(false),
        notifications
            .flatMap(it -> it.find("EventBridgeConfiguration"))
            .map(it -> it.flag("EventBridgeEnabled"))
            .orElse(false),
        notifications.map(it -> it.items("QueueConfigurations")).orElse(List.of()).stream()
            .map(StorageViews::notification)
            .toList());
  }

  private static void refuseOtherTargets(Value notifications) {
    for (var other : List.of("LambdaConfigurations", "TopicConfigurations")) {
      notifications
          .find(other)
          .ifPresent(it -> {
            throw new TemplateError(it.line(), "the local stack notifies queues only");
          });
    }
  }

  private static Bucket.Notification notification(Value configuration) {
    var filters = new LinkedHashMap<String, String>();
    configuration
        .find("Filter", "S3Key", "Rules")
        .ifPresent(rules ->
            rules.items().forEach(rule -> filters.put(name(rule), rule.get("Value").text())));
    return new Bucket.Notification(
        configuration.get("Event").text(),
        configuration.get("Queue").resource(),
        filters.getOrDefault("prefix", ""),
        filters.getOrDefault("suffix", ""));
  }

  private static String name(Value rule) {
    var name = rule.get("Name").text().toLowerCase(Locale.ROOT);
    if (!List.of("prefix", "suffix").contains(name)) {
      throw new TemplateError(rule.line(), "there is no filter " + name);
    }
    return name;
  }

  static EventRule eventRule(String id, Value properties) {
    return new EventRule(
        id,
        EventPattern.of(properties.get("EventPattern")),
        properties.items("Targets").stream().map(target -> target.get("Arn").resource()).toList());
  }
}
