package extrablatt.storage;

import extrablatt.testing.MediaLibraryContract;
import extrablatt.testing.Stores;

final class DynamoMediaLibraryTest extends MediaLibraryContract {
  @Override
  protected Stores stores() {
    return DynamoStores.create();
  }
}
