package extrablatt.testing;

final class InMemoryReceiptStoreTest extends ReceiptStoreContract {
  @Override
  protected Stores stores() {
    return new InMemoryStores().asStores();
  }
}
