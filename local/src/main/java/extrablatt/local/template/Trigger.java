package extrablatt.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
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
   * @param filters any one of these lets a change through; empty for all changes
   * @param failureQueue the logical id of the queue that hears of changes which were given up; null
   *     for none
   */
  record Stream(
      String table,
      int batchSize,
      Duration batchingWindow,
      String startingPosition,
      @Nullable Integer maximumRetries,
      boolean bisectsBatches,
      boolean reportsFailures,
      List<EventPattern> filters,
      @Nullable String failureQueue)
      implements Trigger {

    public Stream {
      filters = List.copyOf(filters);
    }

    /** Whether the function wants this record. */
    public boolean lets(JsonNode record) {
      return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(record));
    }
  }

  /**
   * A rhythm.
   *
   * @param expression {@code rate(…)} or {@code cron(…)}
   * @param input the event as JSON; null for the source's own
   * @param source {@code aws.scheduler}, or {@code aws.events} for a rule of the event bus
   */
  record Schedule(String expression, @Nullable String input, boolean enabled, String source)
      implements Trigger {}
}
