package extrablatt.storage;

import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Opens DynamoDB. */
final class DynamoConnection {
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private DynamoConnection() {}

  static DynamoDbClient open(Settings settings) {
    return new Connection(settings)
        .configured(DynamoDbClient.builder(), "DYNAMODB", ANSWER)
        .build();
  }
}
