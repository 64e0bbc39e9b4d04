package extrablatt.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** DynamoDB that writes down what each read costs. */
final class CountingDynamo {
  /** The read units of each request, in order. */
  final List<Double> units = new ArrayList<>();

  DynamoDbClient around(DynamoDbClient client) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof QueryRequest query)
                return query(client, query);
              if (arguments != null && arguments[0] instanceof GetItemRequest get)
                return get(client, get);
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
              }
            });
  }

  private Object query(DynamoDbClient client, QueryRequest query) {
    var answer =
        client.query(
            query.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
    units.add(answer.consumedCapacity().capacityUnits());
    return answer;
  }

  private Object get(DynamoDbClient client, GetItemRequest get) {
    var answer =
        client.getItem(
            get.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
    units.add(answer.consumedCapacity().capacityUnits());
    return answer;
  }
}
