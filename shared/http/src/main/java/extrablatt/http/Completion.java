package extrablatt.http;

import extrablatt.domain.publishing.IdempotencyKey;
import extrablatt.domain.publishing.KeptAnswer;
import org.jspecify.annotations.Nullable;

/** How the answer of a call gets into the transaction of what the call changes. */
@FunctionalInterface
public interface Completion {
  /**
   * The answer for the commit, to be made only for a commit that is tried at once; null where the
   * caller gave no key. A call that answers as it last said here counts as kept by its commit.
   */
  @Nullable KeptAnswer answer(Response response);

  /** The key of the call; null where the caller gave none. */
  default @Nullable IdempotencyKey key() {
    return null;
  }
}
