package extrablatt.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a batch of records to a function until it is done with them, as Lambda's poller for streams
 * does: again from the lowest record that failed, in halves where the template says so, and not for
 * ever where it names a number of retries.
 */
record Delivery(Rules rules, StreamConsumer.Call call, Failures failures, Pause pause) {
  private static final System.Logger LOG = System.getLogger(Delivery.class.getName());
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * What the template says.
   *
   * @param maximumRetries null for no end of them
   * @param reportsFailures the answer names the record to go on from; else only an error counts
   */
  record Rules(
      String function,
      @Nullable Integer maximumRetries,
      boolean bisectsBatches,
      boolean reportsFailures) {}

  /** Where records go that the function could not do. */
  @FunctionalInterface
  interface Failures {
    void accept(String shard, List<ObjectNode> records, int calls);
  }

  /** Waits before a retry, 0 being the first call; its exception ends the delivery where it is. */
  @FunctionalInterface
  interface Pause {
    void before(int retry) throws InterruptedException;
  }

  /**
   * Returns when no record of the batch is to come again.
   *
   * @param progress hears of the sequence number up to which that is so, more than once perhaps
   */
  void deliver(String shard, List<ObjectNode> batch, Consumer<String> progress)
      throws InterruptedException {
    var rest = batch;
    for (int calls = 1; ; calls++) {
      pause.before(calls - 1);
      int done = done(rest);
      if (done > 0) {
        progress.accept(RecordJson.sequenceNumber(rest.get(done - 1)));
        rest = rest.subList(done, rest.size());
        calls = 1; // A record's retries count from where the batch begins with it.
      }
      if (rest.isEmpty()) {
        return;
      }
      if (done == 0 && rules.bisectsBatches() && rest.size() > 1) {
        int half = rest.size() / 2;
        deliver(shard, rest.subList(0, half), progress);
        deliver(shard, rest.subList(half, rest.size()), progress);
        return;
      }
      if (rules.maximumRetries() != null && calls > rules.maximumRetries()) {
        failures.accept(shard, rest, calls);
        progress.accept(RecordJson.sequenceNumber(rest.getLast()));
        return;
      }
    }
  }

  /** How many records from the first on the function is done with. */
  private int done(List<ObjectNode> records) throws InterruptedException {
    var event = JSON.createObjectNode();
    event.putArray("Records").addAll(records);
    try {
      var answer = call.of(rules.function(), JSON.writeValueAsBytes(event));
      return rules.reportsFailures() ? lowestFailed(answer, records) : records.size();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, rules.function() + " failed; the batch comes again", e);
      return 0;
    }
  }

  /** A name that is empty or not of this batch: Lambda takes the whole batch as failed. */
  private static int lowestFailed(byte[] answer, List<ObjectNode> records) throws IOException {
    var failures =
        (answer.length == 0 ? JSON.nullNode() : JSON.readTree(answer)).path("batchItemFailures");
    if (failures.isMissingNode() || failures.isNull()) {
      return records.size();
    }
    if (!failures.isArray()) {
      return 0;
    }
    var numbers = records.stream().map(RecordJson::sequenceNumber).toList();
    int lowest = records.size();
    for (JsonNode failure : failures) {
      lowest =
          Math.min(lowest, Math.max(0, numbers.indexOf(failure.path("itemIdentifier").asText(""))));
    }
    return lowest;
  }
}
