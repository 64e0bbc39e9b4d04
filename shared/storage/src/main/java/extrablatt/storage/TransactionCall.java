package extrablatt.storage;

import extrablatt.domain.publishing.Commit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Makes one transaction, and tries again what fails in passing: always with the same token, so that
 * an attempt that was written although its answer got lost counts as done, and never as somebody
 * else's change.
 */
final class TransactionCall {
  private static final String CONDITION_FAILED = "ConditionalCheckFailed";
  private static final Set<String> PASSING =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");
  private static final String NONE = "None";

  /**
   * Of several failed conditions the first of these is told. A lost key comes first: whoever took
   * it over does the same work, so what else stands in the way may be that work. Then what must be
   * read anew; a slug that seems taken may be one's own from a delivery that got this far before.
   */
  private static final List<Commit.Result> PRECEDENCE =
      List.of(
          Commit.Result.ANSWER_LOST,
          Commit.Result.DOCUMENT_CHANGED,
          Commit.Result.ORIGIN_CHANGED,
          Commit.Result.RECEIPT_CHANGED,
          Commit.Result.SLUG_TAKEN);

  private final DynamoDbClient client;
  private final String table;
  private final Backoff backoff;
  private final int attempts;

  TransactionCall(DynamoDbClient client, String table, Backoff backoff, int attempts) {
    this.client = client;
    this.table = table;
    this.backoff = backoff;
    this.attempts = attempts;
  }

  Commit.Result make(List<Write> writes) {
    var request =
        TransactWriteItemsRequest.builder()
            .clientRequestToken(UUID.randomUUID().toString())
            .transactItems(writes.stream().map(this::item).toList())
            .build();
    for (int attempt = 1; ; attempt++) {
      try {
        client.transactWriteItems(request);
        return Commit.Result.DONE;
      } catch (TransactionCanceledException cancelled) {
        var failed = failedCondition(writes, cancelled);
        if (failed.isPresent()) return failed.get();
        if (attempt == attempts) throw Refusals.busy(cancelled);
      } catch (SdkException refusal) {
        if (attempt == attempts || !Refusals.isPassing(refusal)) throw Refusals.translated(refusal);
      }
      backoff.beforeAttempt(attempt + 1);
    }
  }

  /** Which condition failed; empty if the transaction was only in others' way. */
  private static Optional<Commit.Result> failedCondition(
      List<Write> writes, TransactionCanceledException cancelled) {
    var reasons = cancelled.cancellationReasons();
    if (reasons.isEmpty()) throw cancelled;
    for (var reason : reasons) {
      if (!isExpected(reason)) throw cancelled;
    }
    var failed =
        IntStream.range(0, reasons.size())
            .filter(place -> CONDITION_FAILED.equals(reasons.get(place).code()))
            .mapToObj(writes::get)
            .toList();
    var told =
        failed.stream()
            .map(Write::guard)
            .filter(Objects::nonNull)
            .min(Comparator.comparingInt(PRECEDENCE::indexOf));
    if (!failed.isEmpty() && told.isEmpty())
      throw new IllegalStateException("the row is not as its document says: " + failed, cancelled);
    return told;
  }

  private static boolean isExpected(CancellationReason reason) {
    var code = reason.code() == null ? NONE : reason.code();
    return code.equals(NONE) || code.equals(CONDITION_FAILED) || PASSING.contains(code);
  }

  private TransactWriteItem item(Write write) {
    return switch (write) {
      case Write.Put put -> put(put);
      case Write.Update update -> update(update);
      case Write.Delete delete -> delete(delete);
      case Write.Check check -> check(check);
    };
  }

  private TransactWriteItem put(Write.Put put) {
    var condition = put.condition();
    return TransactWriteItem.builder()
        .put(request -> {
          request.tableName(table).item(put.item());
          if (condition == null) return;
          request
              .conditionExpression(condition.text())
              .expressionAttributeNames(Expression.names(condition));
          if (!condition.values().isEmpty()) request.expressionAttributeValues(condition.values());
        })
        .build();
  }

  private TransactWriteItem check(Write.Check check) {
    var condition = check.condition();
    return TransactWriteItem.builder()
        .conditionCheck(request -> {
          request
              .tableName(table)
              .key(check.key().attributes())
              .conditionExpression(condition.text())
              .expressionAttributeNames(Expression.names(condition));
          if (!condition.values().isEmpty()) request.expressionAttributeValues(condition.values());
        })
        .build();
  }

  private TransactWriteItem delete(Write.Delete delete) {
    var condition = delete.condition();
    return TransactWriteItem.builder()
        .delete(request -> {
          request.tableName(table).key(delete.key().attributes());
          if (condition == null) return;
          request
              .conditionExpression(condition.text())
              .expressionAttributeNames(Expression.names(condition));
          if (!condition.values().isEmpty()) request.expressionAttributeValues(condition.values());
        })
        .build();
  }

  private TransactWriteItem update(Write.Update update) {
    var values = Expression.values(update.change(), update.condition());
    return TransactWriteItem.builder()
        .update(request -> {
          request
              .tableName(table)
              .key(update.key().attributes())
              .updateExpression(update.change().text())
              .conditionExpression(update.condition().text())
              .expressionAttributeNames(Expression.names(update.change(), update.condition()));
          if (!values.isEmpty()) request.expressionAttributeValues(values);
        })
        .build();
  }
}
