package extrablatt.e2e;

import java.io.IOException;

/**
 * A stack whose queues nobody empties, and the built functions on it: a test decides which message
 * goes to which process.
 */
record QuietBuild(Stack stack, BuiltFunctions functions) implements AutoCloseable {
  private static final String INGEST_QUEUE = "extrablatt-article-ingest";

  static QuietBuild start() throws IOException {
    var stack = Stack.startWithoutTriggers();
    return new QuietBuild(stack, new BuiltFunctions(stack.parts()));
  }

  /** The poller of the queue that dropped articles come by. */
  Poller ingest() {
    return new Poller(stack.parts().queues().queue(INGEST_QUEUE), "ArticleIngestFunction");
  }

  @Override
  public void close() throws IOException {
    functions.close();
    stack.close();
  }
}
