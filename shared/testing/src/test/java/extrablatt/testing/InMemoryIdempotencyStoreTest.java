package extrablatt.testing;

final class InMemoryIdempotencyStoreTest extends IdempotencyStoreContract {
  @Override
  protected Stores stores() {
    return new InMemoryStores().asStores();
  }
}
