package extrablatt.storage;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that is opened when it is first used. */
final class OpenedOnce<C extends AutoCloseable> implements Supplier<C> {
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

  synchronized Optional<C> ifOpened() {
    return Optional.ofNullable(client);
  }
}
