package extrablatt.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import extrablatt.local.iam.Call;
import extrablatt.local.template.Arns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a request asks of DynamoDB, in the actions and condition keys that policies name ("Actions,
 * resources, and condition keys for Amazon DynamoDB" of the service authorization reference).
 *
 * @param partitionKeys the tables' partition keys, by table
 */
record DynamoDbCalls(Map<String, String> partitionKeys) {
  private static final String LEADING_KEYS = "dynamodb:LeadingKeys";
  private static final Pattern AND = Pattern.compile("\\s+AND\\s+", Pattern.CASE_INSENSITIVE);

  /** The parts of a transaction, and the right that each needs. */
  private static final Map<String, String> TRANSACTED =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  DynamoDbCalls {
    partitionKeys = Map.copyOf(partitionKeys);
  }

  /**
   * All that has to be allowed for a request; a transaction as the parts that it holds.
   *
   * @param operation such as {@code PutItem}
   */
  List<Call> of(String operation, JsonNode request) {
    return switch (operation) {
      case "GetItem", "UpdateItem", "DeleteItem" -> List.of(onItem(operation, request, "Key"));
      case "PutItem" -> List.of(onItem(operation, request, "Item"));
      case "Query" -> List.of(query(request));
      case "BatchGetItem", "BatchWriteItem" -> batch(operation, request.path("RequestItems"));
      case "TransactGetItems", "TransactWriteItems" -> transaction(request.path("TransactItems"));
      case "DescribeStream", "GetRecords", "GetShardIterator", "ListStreams" ->
          List.of(call(operation, request.path("StreamArn").asText("*"), List.of()));
      default -> List.of(onTable(operation, request, List.of()));
    };
  }

  private Call onItem(String operation, JsonNode request, String item) {
    return onTable(operation, request, keys(request, item).toList());
  }

  private Call query(JsonNode request) {
    return onTable("Query", request, partition(request).stream().toList());
  }

  private List<Call> batch(String operation, JsonNode tables) {
    return tables
        .propertyStream()
        .map(table -> {
          var keys =
              operation.equals("BatchGetItem")
                  ? elements(table.getValue().path("Keys"))
                  : elements(table.getValue())
                      .map(write ->
                          write.has("PutRequest")
                              ? write.path("PutRequest").path("Item")
                              : write.path("DeleteRequest").path("Key"));
          var values = keys.flatMap(key -> key(table.getKey(), key).stream()).distinct().toList();
          return call(operation, arn(table.getKey()), values);
        })
        .toList();
  }

  private List<Call> transaction(JsonNode parts) {
    return elements(parts)
        .flatMap(part -> part.propertyStream())
        .map(part ->
            onItem(
                TRANSACTED.getOrDefault(part.getKey(), part.getKey()),
                part.getValue(),
                part.getKey().equals("Put") ? "Item" : "Key"))
        .toList();
  }

  private Stream<String> keys(JsonNode request, String item) {
    return key(request.path("TableName").asText(), request.path(item)).stream();
  }

  private Optional<String> key(String table, JsonNode item) {
    var attribute = partitionKeys.get(name(table));
    return attribute == null ? Optional.empty() : text(item.path(attribute));
  }

  /** The partition that a query names: {@code pk = :value}, by whatever names. */
  private Optional<String> partition(JsonNode request) {
    var attribute = partitionKeys.get(name(request.path("TableName").asText()));
    return AND.splitAsStream(request.path("KeyConditionExpression").asText())
        .map(term -> term.replaceAll("[()\\s]", "").split("=", 2))
        .filter(sides -> sides.length == 2)
        .filter(sides -> named(request, sides[0]).equals(attribute))
        .flatMap(sides -> text(request.path("ExpressionAttributeValues").path(sides[1])).stream())
        .findFirst();
  }

  private static String named(JsonNode request, String name) {
    return name.startsWith("#")
        ? request.path("ExpressionAttributeNames").path(name).asText()
        : name;
  }

  private static Optional<String> text(JsonNode value) {
    return Stream.of("S", "N", "B")
        .map(value::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst();
  }

  private static Call onTable(String operation, JsonNode request, Collection<String> keys) {
    var table = request.path("TableName").asText();
    return call(operation, table.isEmpty() ? "*" : arn(table), keys);
  }

  private static Call call(String operation, String resource, Collection<String> keys) {
    return new Call(
        "dynamodb:" + operation,
        resource,
        keys.isEmpty() ? Map.of() : Map.of(LEADING_KEYS, List.copyOf(keys)));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return list.valueStream();
  }

  /** Requests may name a table by its ARN too. */
  private static String name(String table) {
    return table.substring(table.lastIndexOf('/') + 1);
  }

  private static String arn(String table) {
    return Arns.table(name(table));
  }
}
