package extrablatt.local.queue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A queue that is there from the start.
 *
 * @param maxReceiveCount how often a message is given out before it goes to the dead-letter queue
 * @param deadLetterQueue its name; null gives messages out for ever
 */
public record QueueSettings(
    String name,
    Duration visibilityTimeout,
    int maxReceiveCount,
    @Nullable String deadLetterQueue) {
  public QueueSettings {
    if (deadLetterQueue != null && maxReceiveCount < 1) {
      throw new IllegalArgumentException("A redrive needs a receive count of at least 1");
    }
  }

  /** A queue that gives messages out until they are deleted. */
  public static QueueSettings withoutRedrive(String name, Duration visibilityTimeout) {
    return new QueueSettings(name, visibilityTimeout, 0, null);
  }
}
