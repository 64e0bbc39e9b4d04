package extrablatt.local.template;

import java.util.List;

/** A bucket of the template and what it tells of its objects. */
public record Bucket(
    String id, boolean versioned, boolean tellsEventBridge, List<Notification> notifications) {

  public Bucket {
    notifications = List.copyOf(notifications);
  }

  /**
   * Tells a queue of objects.
   *
   * @param event such as {@code s3:ObjectCreated:*}
   * @param queue the queue's logical id
   * @param prefix empty for every key
   * @param suffix empty for every key
   */
  public record Notification(String event, String queue, String prefix, String suffix) {

    public boolean concerns(String key) {
      return key.startsWith(prefix) && key.endsWith(suffix);
    }
  }
}
