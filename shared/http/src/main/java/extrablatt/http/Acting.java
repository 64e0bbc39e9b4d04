package extrablatt.http;

import extrablatt.domain.PublishingException.StaleRevision;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a call acts on what stands: who gave no If-Match means whatever stands, also after somebody
 * else's change.
 */
public final class Acting {
  /** How often an action without If-Match is tried while others change the same thing. */
  private static final int TRIES = 10;

  private Acting() {}

  /** What the action comes to, tried again on what stands by then. */
  public static <T, R> R on(Request request, T current, Supplier<T> again, Function<T, R> action) {
    var standing = current;
    for (int tries = 1; ; tries++) {
      try {
        return action.apply(standing);
      } catch (StaleRevision stale) {
        if (tries == TRIES || !IfMatch.of(request).matches(stale.currentVersion())) throw stale;
        standing = again.get();
      }
    }
  }
}
