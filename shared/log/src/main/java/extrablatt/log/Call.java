package extrablatt.log;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One call of a function: what all of its lines have in common. */
public final class Call {
  private static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();

  private final @Nullable String requestId;
  private final AtomicInteger conflicts = new AtomicInteger();

  private Call(@Nullable String requestId) {
    this.requestId = requestId;
  }

  /** Does the work of a call; null where nothing names the call. */
  public static <R, X extends Throwable> R within(
      @Nullable String requestId, ScopedValue.CallableOp<R, X> work) throws X {
    return ScopedValue.where(CURRENT, new Call(requestId)).call(work);
  }

  /** Notes that a number of a liveblog was taken; the call's next line counts it. */
  public static void appendConflict() {
    current().conflicts.incrementAndGet();
  }

  /** Outside a call each line stands alone. */
  static Call current() {
    return CURRENT.isBound() ? CURRENT.get() : new Call(null);
  }

  @Nullable String requestId() {
    return requestId;
  }

  /** How many conflicts there were since this was last asked. */
  int newConflicts() {
    return conflicts.getAndSet(0);
  }
}
