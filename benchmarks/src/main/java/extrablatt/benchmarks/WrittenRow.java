package extrablatt.benchmarks;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A row that a transaction writes, changes, deletes or checks. */
record WrittenRow(String table, Map<String, AttributeValue> key) {
  static WrittenRow of(TransactWriteItem item) {
    if (item.update() != null)
      return new WrittenRow(item.update().tableName(), item.update().key());
    if (item.delete() != null)
      return new WrittenRow(item.delete().tableName(), item.delete().key());
    if (item.conditionCheck() != null)
      return new WrittenRow(item.conditionCheck().tableName(), item.conditionCheck().key());
    var put = item.put();
    var key = Map.of("pk", put.item().get("pk"), "sk", put.item().get("sk"));
    return new WrittenRow(put.tableName(), key);
  }

  /** How many bytes it has now; none if it is not there. */
  long size(DynamoDbClient client) {
    return ItemSize.of(
        client.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item());
  }

  /**
   * What AWS charges for it in a transaction: two units for each begun kilobyte of the larger of
   * what stood there and what stands there.
   */
  static double units(long before, long after) {
    return 2 * Math.max(1, Math.ceilDiv(Math.max(before, after), 1024));
  }
}
