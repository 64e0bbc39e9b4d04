package extrablatt.storage;

import extrablatt.testing.ContentStoreContract;
import extrablatt.testing.Stores;

final class DynamoContentStoreTest extends ContentStoreContract {
  @Override
  protected Stores stores() {
    return DynamoStores.create();
  }
}
