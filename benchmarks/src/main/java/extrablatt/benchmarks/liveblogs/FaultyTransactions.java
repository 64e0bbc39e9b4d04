package extrablatt.benchmarks.liveblogs;

import extrablatt.benchmarks.liveblogs.Moments.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Transactions that are throttled, cancelled, lost and late, whose caller dies, and that show in
 * part until they are acknowledged. Conditions always see what is.
 */
final class FaultyTransactions {
  /** A transaction that takes longer would have been told to have timed out. */
  private static final Duration LONGEST_MOMENT = Duration.ofSeconds(1);

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final String ABSENT = "attribute_not_exists(#pk)";
  private static final TransactWriteItemsResponse DONE =
      TransactWriteItemsResponse.builder().build();

  private final DynamoDbClient client;
  private final Moments moments;
  private final Turns turns;
  private final Chance chance;
  private final Counts faults;

  /** When each transaction showed as a whole, by the token under which it was made. */
  private final Map<String, Instant> shown = new HashMap<>();

  FaultyTransactions(
      DynamoDbClient client, Moments moments, Turns turns, Chance chance, Counts faults) {
    this.client = client;
    this.moments = moments;
    this.turns = turns;
    this.chance = chance;
    this.faults = faults;
  }

  TransactWriteItemsResponse write(TransactWriteItemsRequest request) {
    refuse(request);
    var whole = made(request);
    if (chance.permille(10)) {
      faults.add("killed after a transaction");
      throw new Killed();
    }
    if (chance.permille(30)) {
      faults.add("transactions made whose answer got lost");
      turns.pass(chance.upTo(TIMEOUT));
      throw chance.permille(500) ? Refusing.brokenConnection() : Refusing.noAnswerInTime();
    }
    turns.pass(until(whole));
    turns.pass(chance.upTo(Duration.ofMillis(20)));
    return DONE;
  }

  private Duration until(Instant time) {
    var left = Duration.between(turns.now(), time);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void refuse(TransactWriteItemsRequest request) {
    int rows = request.transactItems().size();
    if (chance.permille(30)) {
      faults.add("throttled: whole transactions");
      throw Refusing.throttled();
    }
    if (chance.permille(15)) {
      faults.add("throttled: a row of a transaction");
      throw Refusing.cancelled(rows, chance.below(rows), "ThrottlingError");
    }
    if (chance.permille(40)) {
      faults.add("conflicts of transactions");
      throw Refusing.cancelled(rows, chance.below(rows), "TransactionConflict");
    }
    if (chance.permille(20)) {
      faults.add("transactions lost on their way");
      turns.pass(TIMEOUT);
      throw Refusing.noAnswerInTime();
    }
    if (chance.permille(15)) {
      faults.add("transactions that arrive after their caller gave up waiting");
      turns.enter(chance.upTo(Duration.ofSeconds(20)), () -> arriveLate(request));
      turns.pass(chance.upTo(TIMEOUT));
      throw Refusing.noAnswerInTime();
    }
    if (chance.permille(10)) {
      faults.add("killed before a transaction");
      throw new Killed();
    }
  }

  private void arriveLate(TransactWriteItemsRequest request) {
    try {
      made(request);
      faults.add("late transactions that took effect, or had already");
    } catch (TransactionCanceledException _) {
      faults.add("late transactions that came too late to take effect");
    }
  }

  /** Makes it, unless it was made under its token before; says when it shows as a whole. */
  private Instant made(TransactWriteItemsRequest request) {
    var token = request.clientRequestToken();
    var known = shown.get(token);
    if (known != null) return known;
    refuseBeside(request);
    var table = table(request);
    var changed =
        request.transactItems().stream().filter(item -> item.conditionCheck() == null).toList();
    var places = changed.stream().map(FaultyTransactions::place).toList();
    var before =
        rows(
            table,
            changed.stream().filter(item -> !isNew(item)).map(FaultyTransactions::place).toList());
    client.transactWriteItems(request);
    var after = after(table, changed);
    var whole = remember(places, before, after);
    shown.put(token, whole);
    return whole;
  }

  /** A row is in one transaction's hands at a time, whether that writes or only checks it. */
  private void refuseBeside(TransactWriteItemsRequest request) {
    var items = request.transactItems();
    for (int i = 0; i < items.size(); i++) {
      if (!moments.isPending(place(items.get(i)), turns.now())) continue;
      faults.add("transactions beside one that was not done with a row");
      throw Refusing.cancelled(items.size(), i, "TransactionConflict");
    }
  }

  private Instant remember(
      List<Place> places,
      Map<Place, Map<String, AttributeValue>> before,
      Map<Place, Map<String, AttributeValue>> after) {
    var now = turns.now();
    var longest = moment();
    var whole = now;
    for (var place : places) {
      var from = now.plus(delay(place, longest));
      moments.written(place, before.get(place), after.get(place), from, now);
      if (from.isAfter(whole)) whole = from;
    }
    if (whole.isAfter(now)) faults.add("transactions that show in part for a moment");
    return whole;
  }

  private Duration moment() {
    if (chance.permille(400)) return Duration.ZERO;
    return chance.permille(700) ? Duration.ofMillis(60) : LONGEST_MOMENT;
  }

  /** The head is what the next transaction waits for, so others seldom come while it is late. */
  private Duration delay(Place place, Duration longest) {
    boolean isHead = place.sort().equals("CHANGE#HEAD");
    if (longest.isZero() || !chance.permille(isHead ? 100 : 500)) return Duration.ZERO;
    return chance.upTo(longest);
  }

  private Map<Place, Map<String, AttributeValue>> after(
      String table, List<TransactWriteItem> items) {
    var updated = items.stream().filter(item -> item.update() != null);
    var after = rows(table, updated.map(FaultyTransactions::place).toList());
    for (var item : items) {
      if (item.put() != null) after.put(Place.of(item.put().item()), item.put().item());
    }
    return after;
  }

  private Map<Place, Map<String, AttributeValue>> rows(String table, Collection<Place> places) {
    var keys = places.stream().map(Place::key).toList();
    var wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    var found = new HashMap<Place, Map<String, AttributeValue>>();
    Map<String, KeysAndAttributes> left = keys.isEmpty() ? Map.of() : Map.of(table, wanted);
    while (!left.isEmpty()) {
      var asked = left;
      var answer = client.batchGetItem(get -> get.requestItems(asked));
      for (var item : answer.responses().getOrDefault(table, List.of()))
        found.put(Place.of(item), item);
      left = answer.unprocessedKeys();
    }
    return found;
  }

  private static boolean isNew(TransactWriteItem item) {
    return item.put() != null && ABSENT.equals(item.put().conditionExpression());
  }

  private static String table(TransactWriteItemsRequest request) {
    var first = request.transactItems().getFirst();
    if (first.put() != null) return first.put().tableName();
    return first.update() != null ? first.update().tableName() : first.delete().tableName();
  }

  private static Place place(TransactWriteItem item) {
    @Nullable Map<String, AttributeValue> key = null;
    if (item.put() != null) key = item.put().item();
    if (item.update() != null) key = item.update().key();
    if (item.delete() != null) key = item.delete().key();
    if (item.conditionCheck() != null) key = item.conditionCheck().key();
    if (key == null) throw new IllegalArgumentException("unknown kind of write: " + item);
    return Place.of(key);
  }
}
