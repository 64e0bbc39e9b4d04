package extrablatt.local.template;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What calls a function, other than a route. */
public sealed interface Trigger {

  /**
   * Batches of messages of a queue.
   *
   * @param queue the queue's logical id
   * @param maximumConcurrency null where there is no limit
   * @param reportsFailures the function names the messages that failed; else its error is the whole
   *     batch's
   */
  record Sqs(
      String queue,
      int batchSize,
      Duration batchingWindow,
      @Nullable Integer maximumConcurrency,
      boolean reportsFailures)
      implements Trigger {}

  /**
   * Changes of a table.
   *
   * @param table the table's logical id
   * @param startingPosition {@code TRIM_HORIZON} or {@code LATEST}
   */
  record Stream(
      String table,
      int batchSize,
      Duration batchingWindow,
      String startingPosition,
      @Nullable Integer maximumRetries,
      boolean bisectsBatches,
      boolean reportsFailures)
      implements Trigger {}

  /**
   * A rhythm.
   *
   * @param expression {@code rate(…)} or {@code cron(…)}
   * @param input the event as JSON; null for the scheduler's own
   */
  record Schedule(String expression, @Nullable String input, boolean enabled) implements Trigger {}
}
