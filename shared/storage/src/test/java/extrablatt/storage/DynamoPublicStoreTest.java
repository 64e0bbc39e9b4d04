package extrablatt.storage;

import extrablatt.testing.PublicStoreContract;
import extrablatt.testing.Stores;

final class DynamoPublicStoreTest extends PublicStoreContract {
  @Override
  protected Stores stores() {
    return DynamoStores.create();
  }
}
