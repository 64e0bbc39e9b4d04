package extrablatt.benchmarks.liveblogs;

import extrablatt.benchmarks.liveblogs.Moments.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads that see of each row what it shows at that moment; those that are eventually consistent see
 * what it showed some time ago. Single rows, several and queries: read-committed all of them.
 */
final class FaultyReads {
  /** How far a replica may lag behind. */
  private static final Duration LAG = Duration.ofMillis(1500);

  private final DynamoDbClient client;
  private final Moments moments;
  private final Turns turns;
  private final Chance chance;
  private final Counts faults;

  FaultyReads(DynamoDbClient client, Moments moments, Turns turns, Chance chance, Counts faults) {
    this.client = client;
    this.moments = moments;
    this.turns = turns;
    this.chance = chance;
    this.faults = faults;
  }

  GetItemResponse get(GetItemRequest request) {
    refuse();
    var answer = client.getItem(request);
    var place = Place.of(request.key());
    if (!moments.knows(place, turns.now())) return answer;
    var shown = moments.shown(place, moment(request.consistentRead()));
    var stored = answer.hasItem() ? answer.item() : null;
    count(!Objects.equals(stored, shown));
    return shown == null
        ? GetItemResponse.builder().build()
        : GetItemResponse.builder().item(shown).build();
  }

  BatchGetItemResponse get(BatchGetItemRequest request) {
    refuse();
    var answer = BatchGetItemResponse.builder();
    var responses = new TreeMap<String, List<Map<String, AttributeValue>>>();
    var unprocessed = new TreeMap<String, KeysAndAttributes>();
    request
        .requestItems()
        .forEach((table, wanted) -> {
          var keys = new ArrayList<>(wanted.keys());
          if (keys.size() > 1 && chance.permille(30)) {
            faults.add("batches answered in part");
            var left = keys.subList(1 + chance.below(keys.size() - 1), keys.size());
            unprocessed.put(table, wanted.toBuilder().keys(List.copyOf(left)).build());
            left.clear();
          }
          responses.put(table, items(table, wanted.toBuilder().keys(keys).build()));
        });
    return answer.responses(responses).unprocessedKeys(unprocessed).build();
  }

  private List<Map<String, AttributeValue>> items(String table, KeysAndAttributes wanted) {
    var found = new ArrayList<Map<String, AttributeValue>>();
    var stored = client.batchGetItem(get -> get.requestItems(Map.of(table, wanted)));
    var moment = moment(wanted.consistentRead());
    for (var item : stored.responses().getOrDefault(table, List.of())) {
      if (!moments.knows(Place.of(item), turns.now())) found.add(item);
    }
    for (var key : wanted.keys()) {
      var place = Place.of(key);
      if (!moments.knows(place, turns.now())) continue;
      var shown = moments.shown(place, moment);
      if (shown != null) found.add(shown);
    }
    return found;
  }

  QueryResponse query(QueryRequest request) {
    refuse();
    boolean upwards = !Boolean.FALSE.equals(request.scanIndexForward());
    var partition = value(request, ":partition");
    var low = value(request, ":low");
    var high = value(request, ":high");
    var known = moments.within(partition, low, high, turns.now());
    if (known.isEmpty()) return client.query(request);
    var limit = request.limit();
    var stored = client.query(request.toBuilder().limit(limit + known.size()).build());
    var order = Collections.<String>reverseOrder();
    var rows = new TreeMap<String, Map<String, AttributeValue>>(upwards ? null : order);
    for (var item : stored.items()) rows.put(Place.of(item).sort(), item);
    var moment = moment(request.consistentRead());
    boolean differs = false;
    for (var place : known) {
      if (!isReached(place.sort(), request, stored, upwards)) continue;
      var shown = moments.shown(place, moment);
      var was = shown == null ? rows.remove(place.sort()) : rows.put(place.sort(), shown);
      differs |= !Objects.equals(was, shown);
    }
    count(differs);
    return page(List.copyOf(rows.values()), limit, stored);
  }

  private static String value(QueryRequest request, String name) {
    var value = request.expressionAttributeValues().get(name);
    if (value == null) throw new IllegalArgumentException("not a query of ours: " + request);
    return value.s();
  }

  /** Whether a page begins before a row and goes as far as it. */
  private static boolean isReached(
      String sort, QueryRequest request, QueryResponse stored, boolean upwards) {
    if (request.hasExclusiveStartKey()
        && !isBefore(Place.of(request.exclusiveStartKey()).sort(), sort, upwards)) return false;
    return !stored.hasLastEvaluatedKey()
        || !isBefore(Place.of(stored.lastEvaluatedKey()).sort(), sort, upwards);
  }

  private static boolean isBefore(String sort, String other, boolean upwards) {
    return upwards ? sort.compareTo(other) < 0 : sort.compareTo(other) > 0;
  }

  private static QueryResponse page(
      List<Map<String, AttributeValue>> rows, int limit, QueryResponse stored) {
    if (rows.size() < limit) return stored.toBuilder().items(rows).count(rows.size()).build();
    var page = rows.subList(0, limit);
    var last = Place.of(page.getLast());
    return QueryResponse.builder().items(page).count(limit).lastEvaluatedKey(last.key()).build();
  }

  private void refuse() {
    if (chance.permille(4)) {
      faults.add("throttled: reads");
      throw Refusing.throttled();
    }
    if (chance.permille(2)) {
      faults.add("killed at a read");
      throw new Killed();
    }
  }

  private Instant moment(Boolean consistent) {
    var now = turns.now();
    if (Boolean.TRUE.equals(consistent)) return now;
    faults.add("reads from a replica that lags behind");
    return now.minus(chance.upTo(LAG));
  }

  private void count(boolean differs) {
    if (differs) faults.add("reads that saw a row as it was before");
  }
}
