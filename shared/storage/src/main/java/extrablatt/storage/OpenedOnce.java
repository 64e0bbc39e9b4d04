package extrablatt.storage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** A client that is opened when it is first used. */
final class OpenedOnce<C extends SdkAutoCloseable> implements Supplier<C>, AutoCloseable {
  private final Supplier<C> open;
  private @Nullable C client;

  OpenedOnce(Supplier<C> open) {
    this.open = open;
  }

  @Override
  public synchronized C get() {
    if (client == null) client = open.get();
    return client;
  }

  /** Closes the client, if there is one. */
  @Override
  public synchronized void close() {
    if (client != null) client.close();
  }
}
