package extrablatt.testing;

final class InMemoryPublicStoreTest extends PublicStoreContract {
  @Override
  protected Stores stores() {
    return new InMemoryStores().asStores();
  }
}
