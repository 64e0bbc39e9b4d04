package extrablatt.storage;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Makes empty tables in a DynamoDB Local that all tests of this module share. */
final class EmbeddedTables {
  /** Else DynamoDB Local reports that it was started, and keeps a file for that. */
  private static final boolean NO_TELEMETRY = true;

  private static final AmazonDynamoDBLocal LOCAL = DynamoDBEmbedded.create(NO_TELEMETRY);
  private static final AtomicInteger TABLES = new AtomicInteger();

  private EmbeddedTables() {}

  static DynamoDbClient client() {
    return LOCAL.dynamoDbClient();
  }

  /** A new table with the keys that the template gives it; what comes back is its name. */
  static String create() {
    var name = "table-" + TABLES.incrementAndGet();
    client()
        .createTable(table ->
            table
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    return name;
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
