package extrablatt.local.dynamodb;

import extrablatt.local.template.LocalNames;
import extrablatt.local.template.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** Makes the template's tables under their local names. */
public final class Tables {
  private Tables() {}

  /** Creates what is not there yet; a table that is stays as it is. */
  public static void create(Collection<Table> tables, DynamoDbClient client) {
    for (var table : tables) {
      var name = LocalNames.name(table.id(), "AWS::DynamoDB::Table");
      try {
        client.createTable(request(table, name));
      } catch (ResourceInUseException _) {
        // It was kept since the last start.
        continue;
      }
      if (table.timeToLive() != null) {
        client.updateTimeToLive(it ->
            it.tableName(name)
                .timeToLiveSpecification(
                    ttl -> ttl.enabled(true).attributeName(table.timeToLive())));
      }
    }
  }

  static CreateTableRequest request(Table table, String name) {
    var request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(keys(table.keys()))
            .attributeDefinitions(
                table.attributes().entrySet().stream()
                    .map(it ->
                        AttributeDefinition.builder()
                            .attributeName(it.getKey())
                            .attributeType(it.getValue())
                            .build())
                    .toList());
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    if (table.streamViewType() != null) {
      request.streamSpecification(
          StreamSpecification.builder()
              .streamEnabled(true)
              .streamViewType(table.streamViewType())
              .build());
    }
    return request.build();
  }

  private static GlobalSecondaryIndex index(Table.Index index) {
    var projection = Projection.builder().projectionType(index.projection());
    if (!index.included().isEmpty()) {
      projection.nonKeyAttributes(index.included());
    }
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.keys()))
        .projection(projection.build())
        .build();
  }

  private static List<KeySchemaElement> keys(Table.Keys keys) {
    var elements = new ArrayList<KeySchemaElement>();
    elements.add(key(keys.partition(), KeyType.HASH));
    if (keys.sort() != null) {
      elements.add(key(keys.sort(), KeyType.RANGE));
    }
    return elements;
  }

  private static KeySchemaElement key(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }
}
