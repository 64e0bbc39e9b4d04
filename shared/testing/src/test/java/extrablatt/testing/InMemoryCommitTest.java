package extrablatt.testing;

final class InMemoryCommitTest extends CommitContract {
  @Override
  protected Stores stores() {
    return new InMemoryStores().asStores();
  }
}
