package extrablatt.storage;

import extrablatt.testing.ReceiptStoreContract;
import extrablatt.testing.Stores;

final class DynamoReceiptStoreTest extends ReceiptStoreContract {
  @Override
  protected Stores stores() {
    return DynamoStores.create();
  }
}
