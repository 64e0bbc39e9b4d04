package extrablatt.benchmarks.liveblogs;

import extrablatt.benchmarks.liveblogs.Moments.Place;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * DynamoDB with the faults that it has on a bad day, which DynamoDB Local never shows. Every
 * request is a turn of whoever makes it, so others come in between any two of them.
 */
final class FaultyDynamo implements InvocationHandler {
  private final DynamoDbClient client;
  private final Turns turns;
  private final Chance chance;
  private final Counts faults;
  private final FaultyReads reads;
  private final FaultyTransactions transactions;
  private final Moments moments = new Moments(Duration.ofSeconds(5));
  private boolean isFaulty = true;

  private FaultyDynamo(DynamoDbClient client, Turns turns, Chance chance, Counts faults) {
    this.client = client;
    this.turns = turns;
    this.chance = chance;
    this.faults = faults;
    reads = new FaultyReads(client, moments, turns, chance.split(), faults);
    transactions = new FaultyTransactions(client, moments, turns, chance.split(), faults);
  }

  /** A client with faults, and the way to end them. */
  record Faulty(DynamoDbClient client, Runnable end) {}

  static Faulty around(DynamoDbClient client, Turns turns, Chance chance, Counts faults) {
    var faulty = new FaultyDynamo(client, turns, chance, faults);
    var proxy =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                FaultyDynamo.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, faulty);
    return new Faulty(proxy, faulty::end);
  }

  private void end() {
    isFaulty = false;
    moments.settle();
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (arguments == null) return passed(method, arguments);
    if (arguments[0] instanceof Consumer<?>)
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    if (!isFaulty) return passed(method, arguments);
    turns.pass(onTheWay());
    return switch (arguments[0]) {
      case GetItemRequest get -> reads.get(get);
      case BatchGetItemRequest get -> reads.get(get);
      case QueryRequest query -> reads.query(query);
      case TransactWriteItemsRequest write -> transactions.write(write);
      default -> singleWrite(method, arguments);
    };
  }

  /** A row that is written alone: nobody reads it in part. */
  private Object singleWrite(Method method, Object[] arguments) throws Throwable {
    if (chance.permille(5)) throw faults(Refusing.throttled(), "throttled: single writes");
    if (chance.permille(10)) throw faults(Refusing.inTheWay(), "conflicts of single writes");
    if (chance.permille(3)) throw killed("killed before a single write");
    if (chance.permille(20)) {
      // The SDK's own second attempt, after an answer that got lost.
      faults.add("single writes made twice");
      try {
        passed(method, arguments);
      } catch (RuntimeException lost) {
        turns.pass(onTheWay());
      }
    }
    var answer = passed(method, arguments);
    forget(arguments[0]);
    if (chance.permille(3)) throw killed("killed after a single write");
    turns.pass(onTheWay());
    return answer;
  }

  private void forget(Object request) {
    switch (request) {
      case PutItemRequest put -> moments.forget(Place.of(put.item()));
      case UpdateItemRequest update -> moments.forget(Place.of(update.key()));
      case DeleteItemRequest delete -> moments.forget(Place.of(delete.key()));
      default -> throw new IllegalArgumentException("unknown kind of request: " + request);
    }
  }

  private RuntimeException faults(RuntimeException refusal, String kind) {
    faults.add(kind);
    return refusal;
  }

  private Killed killed(String kind) {
    faults.add(kind);
    return new Killed();
  }

  private Duration onTheWay() {
    if (chance.permille(5)) return chance.upTo(Duration.ofSeconds(2));
    if (chance.permille(50)) return chance.upTo(Duration.ofMillis(400));
    return chance.upTo(Duration.ofMillis(20));
  }

  private Object passed(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }
}
