package extrablatt.testing;

final class InMemoryContentStoreTest extends ContentStoreContract {
  @Override
  protected Stores stores() {
    return new InMemoryStores().asStores();
  }
}
