package extrablatt.storage;

import extrablatt.testing.IdempotencyStoreContract;
import extrablatt.testing.Stores;

final class DynamoIdempotencyStoreTest extends IdempotencyStoreContract {
  @Override
  protected Stores stores() {
    return DynamoStores.create();
  }
}
