package extrablatt.storage;

import extrablatt.testing.Stores;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The real stores over a new table in DynamoDB Local and a bucket in memory. */
final class DynamoStores {
  static final Backoff AT_ONCE = attempt -> {};

  private DynamoStores() {}

  static Stores create() {
    return over(EmbeddedTables.client(), EmbeddedTables.create(), new InMemoryObjectStore());
  }

  static Stores over(DynamoDbClient client, String name, InMemoryObjectStore bucket) {
    var table = new Table(client, name, AT_ONCE);
    return new Stores(
        new DynamoContentStore(table, () -> bucket),
        new DynamoPublicStore(table, () -> bucket),
        new DynamoOriginStore(table),
        new DynamoReceiptStore(table),
        new DynamoIdempotencyStore(table, () -> bucket),
        new DynamoMediaLibrary(table));
  }
}
