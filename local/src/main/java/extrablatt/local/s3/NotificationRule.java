package extrablatt.local.s3;

import org.jspecify.annotations.Nullable;

/**
 * Which written objects a queue hears of.
 *
 * @param eventPattern an event's whole name or its beginning and a star, such as {@code
 *     s3:ObjectCreated:*}
 */
public record NotificationRule(
    String bucket,
    String eventPattern,
    @Nullable String prefix,
    @Nullable String suffix,
    String queueName) {

  public boolean matches(ObjectCreated event) {
    return bucket.equals(event.bucket())
        && matchesName("s3:" + event.eventName())
        && (prefix == null || event.key().startsWith(prefix))
        && (suffix == null || event.key().endsWith(suffix));
  }

  private boolean matchesName(String name) {
    return eventPattern.endsWith("*")
        ? name.startsWith(eventPattern.substring(0, eventPattern.length() - 1))
        : name.equals(eventPattern);
  }
}
