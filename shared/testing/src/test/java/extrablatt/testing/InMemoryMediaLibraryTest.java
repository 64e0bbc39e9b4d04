package extrablatt.testing;

final class InMemoryMediaLibraryTest extends MediaLibraryContract {
  @Override
  protected Stores stores() {
    return new InMemoryStores().asStores();
  }
}
