package extrablatt.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** DynamoDB whose transactions meet the troubles that DynamoDB Local never shows. */
final class TroubledDynamo {
  private record Trouble(RuntimeException refusal, boolean takesEffect) {}

  final List<String> tokens = new ArrayList<>();
  private final Deque<Trouble> troubles = new ArrayDeque<>();

  /** The next attempt is refused. */
  void refuse(RuntimeException refusal) {
    troubles.add(new Trouble(refusal, false));
  }

  /** The next attempt takes effect, but its answer gets lost. */
  void loseAnswer(RuntimeException refusal) {
    troubles.add(new Trouble(refusal, true));
  }

  DynamoDbClient around(DynamoDbClient client) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof TransactWriteItemsRequest request) {
                tokens.add(request.clientRequestToken());
                var trouble = troubles.poll();
                if (trouble != null && trouble.takesEffect()) client.transactWriteItems(request);
                if (trouble != null) throw trouble.refusal();
              }
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
              }
            });
  }
}
