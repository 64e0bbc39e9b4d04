package extrablatt.storage;

import extrablatt.domain.Page;
import extrablatt.domain.publishing.Commit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The one table, with the requests that the stores make; a refusal for load is Busy. */
final class Table {
  private static final int ATTEMPTS = 6;
  private static final int MOST_KEYS = 100;

  private final DynamoDbClient client;
  private final String name;
  private final Backoff backoff;

  Table(DynamoDbClient client, String name, Backoff backoff) {
    this.client = client;
    this.name = name;
    this.backoff = backoff;
  }

  /** One row; a consistent read sees every write that was acknowledged before it. */
  Optional<ItemReader> get(Key key, boolean consistent) {
    var request =
        GetItemRequest.builder()
            .tableName(name)
            .key(key.attributes())
            .consistentRead(consistent)
            .build();
    var answer = asking(() -> client.getItem(request));
    return answer.hasItem() ? Optional.of(new ItemReader(answer.item())) : Optional.empty();
  }

  /** Those of the rows that exist, read consistently. */
  Map<Key, ItemReader> getAll(Collection<Key> keys) {
    var found = new HashMap<Key, ItemReader>();
    var left = List.copyOf(keys);
    while (!left.isEmpty()) {
      var some = left.subList(0, Math.min(MOST_KEYS, left.size()));
      getSome(some, found);
      left = left.subList(some.size(), left.size());
    }
    return found;
  }

  /** A page of rows; its {@code next} is the last row's sort key if there may be more. */
  Page<ItemReader> query(Range range) {
    return query(range, false);
  }

  /** The same, the lowest first. */
  Page<ItemReader> queryUpwards(Range range) {
    return query(range, true);
  }

  private Page<ItemReader> query(Range range, boolean upwards) {
    var request =
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression("pk = :partition AND sk BETWEEN :low AND :high")
            .expressionAttributeValues(
                Map.of(
                    ":partition", AttributeValue.fromS(range.partition()),
                    ":low", AttributeValue.fromS(range.low()),
                    ":high", AttributeValue.fromS(range.high())))
            .scanIndexForward(upwards)
            .consistentRead(range.consistent())
            .limit(range.limit());
    var start = range.start();
    if (start != null) request.exclusiveStartKey(start.attributes());
    var answer = asking(() -> client.query(request.build()));
    var items = answer.items().stream().map(ItemReader::new).toList();
    var next = answer.hasLastEvaluatedKey() ? Key.of(answer.lastEvaluatedKey()).sort() : null;
    return new Page<>(items, next);
  }

  /** A page of rows that says at its end whether there is another: it asks for one row more. */
  Page<ItemReader> page(Range range) {
    var rows = query(range.withOneMore());
    if (rows.items().size() <= range.limit()) return rows;
    var kept = rows.items().subList(0, range.limit());
    return new Page<>(kept, kept.getLast().text(Key.SORT));
  }

  /** Writes one row alone; if its condition fails, the row that stood against it, if any. */
  Put put(ItemWriter item, Expression condition) {
    try {
      asking(() ->
          client.putItem(put ->
              put.tableName(name)
                  .item(item.attributes())
                  .conditionExpression(condition.text())
                  .expressionAttributeNames(Expression.names(condition))
                  .expressionAttributeValues(orNone(condition.values()))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD)));
      return new Put.Done();
    } catch (ConditionalCheckFailedException failed) {
      return new Put.Refused(new ItemReader(failed.item()));
    }
  }

  /** What became of a conditional write. */
  sealed interface Put {
    /** It is written. */
    record Done() implements Put {}

    /** Another row stands there. */
    record Refused(ItemReader other) implements Put {}
  }

  /** Changes a row alone; false if its condition fails. */
  boolean update(Write.Update update) {
    return holds(() ->
        client.updateItem(request ->
            request
                .tableName(name)
                .key(update.key().attributes())
                .updateExpression(update.change().text())
                .conditionExpression(update.condition().text())
                .expressionAttributeNames(Expression.names(update.change(), update.condition()))
                .expressionAttributeValues(
                    Expression.values(update.change(), update.condition()))));
  }

  /** Deletes a row; false if its condition fails. */
  boolean delete(Key key, Expression condition) {
    return holds(() ->
        client.deleteItem(request ->
            request
                .tableName(name)
                .key(key.attributes())
                .conditionExpression(condition.text())
                .expressionAttributeNames(Expression.names(condition))
                .expressionAttributeValues(orNone(condition.values()))));
  }

  /** Writes everything or nothing. */
  Commit.Result transact(Transaction transaction) {
    transaction.requireFits();
    return new TransactionCall(client, name, backoff, ATTEMPTS).make(transaction.writes());
  }

  private boolean holds(Supplier<?> write) {
    try {
      asking(write);
      return true;
    } catch (ConditionalCheckFailedException failed) {
      return false;
    }
  }

  private void getSome(List<Key> keys, Map<Key, ItemReader> found) {
    var left =
        KeysAndAttributes.builder()
            .keys(keys.stream().distinct().map(Key::attributes).toList())
            .consistentRead(true)
            .build();
    for (int attempt = 1; ; attempt++) {
      var wanted = Map.of(name, left);
      var answer = asking(() -> client.batchGetItem(get -> get.requestItems(wanted)));
      for (var item : answer.responses().getOrDefault(name, List.of())) {
        found.put(Key.of(item), new ItemReader(item));
      }
      var unprocessed = answer.unprocessedKeys().get(name);
      if (unprocessed == null || unprocessed.keys().isEmpty()) return;
      if (attempt == ATTEMPTS)
        throw Refusals.busy(new IllegalStateException("keys remain unprocessed"));
      left = unprocessed;
      backoff.beforeAttempt(attempt + 1);
    }
  }

  /** The SDK tries again by itself, except after a conflict with a transaction. */
  private <T> T asking(Supplier<T> request) {
    for (int attempt = 1; ; attempt++) {
      try {
        return request.get();
      } catch (SdkException refusal) {
        if (attempt == ATTEMPTS || !Refusals.isConflict(refusal))
          throw Refusals.translated(refusal);
        backoff.beforeAttempt(attempt + 1);
      }
    }
  }

  private static @Nullable Map<String, AttributeValue> orNone(Map<String, AttributeValue> values) {
    return values.isEmpty() ? null : values;
  }
}
