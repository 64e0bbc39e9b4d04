package extrablatt.storage;

import extrablatt.testing.CommitContract;
import extrablatt.testing.Stores;

final class DynamoCommitTest extends CommitContract {
  @Override
  protected Stores stores() {
    return DynamoStores.create();
  }
}
