package extrablatt.local.template;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A queue of the template; no redrive means that messages are tried until they are too old. */
public record Queue(
    String id,
    Duration visibilityTimeout,
    Duration retention,
    Duration delay,
    @Nullable Redrive redrive) {

  /** Where a message goes that was received too often. */
  public record Redrive(String deadLetterQueue, int maximumReceives) {}
}
