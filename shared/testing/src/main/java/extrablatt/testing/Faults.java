package extrablatt.testing;

import extrablatt.domain.PublishingException.Busy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of stores go wrong by a plan. Calls are counted from one over all stores that are
 * wrapped with the same faults, so that a test can break a use case at each of its steps.
 */
public final class Faults {
  /** Says which calls go wrong, and how. */
  @FunctionalInterface
  public interface Plan {
    /** What befalls the call of that number; null if nothing does. */
    @Nullable Trouble at(int call);
  }

  private record Read(Method method, List<Object> arguments) {}

  private final Plan plan;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Read, Optional<?>> newest = new ConcurrentHashMap<>();
  private final Map<Read, Optional<?>> earlier = new ConcurrentHashMap<>();

  private Faults(Plan plan) {
    this.plan = plan;
  }

  /** Faults by a plan. */
  public static Faults by(Plan plan) {
    return new Faults(plan);
  }

  /** No fault: such a run tells how many calls there are. */
  public static Faults none() {
    return new Faults(call -> null);
  }

  /** One fault, at the call of that number. */
  public static Faults at(int number, Trouble trouble) {
    return new Faults(call -> call == number ? trouble : null);
  }

  /** Faults at random, reproducible by the seed, on a share of the calls between 0 and 1. */
  public static Faults seeded(long seed, double share, Trouble... kinds) {
    return new Faults(call -> {
      var random = new Random(seed * 1_000_003 + call);
      random.nextInt();
      return random.nextDouble() < share ? kinds[random.nextInt(kinds.length)] : null;
    });
  }

  /** How many calls there have been. */
  public int calls() {
    return calls.get();
  }

  /** A store, given as one of its interfaces, with these faults. */
  public <T> T around(Class<T> type, T store) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(store, method, arguments)));
  }

  private @Nullable Object call(Object store, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) return invoke(store, method, arguments);
    int number = calls.incrementAndGet();
    var where = "call " + number + ", " + method.getName();
    var trouble = plan.at(number);
    if (trouble == Trouble.BUSY_BEFORE) throw new Busy(where, Duration.ofSeconds(1));
    if (trouble == Trouble.KILLED_BEFORE) throw new Killed("before " + where);
    var result = invoke(store, method, arguments);
    if (trouble == Trouble.BUSY_AFTER) throw new Busy(where, Duration.ofSeconds(1));
    if (trouble == Trouble.KILLED_AFTER) throw new Killed("after " + where);
    if (!(result instanceof Optional<?> found)) return result;
    var stale = remember(new Read(method, listed(arguments)), found);
    return trouble == Trouble.STALE ? stale : found;
  }

  /** What the same read answered before the last change that it has seen. */
  private Optional<?> remember(Read read, Optional<?> found) {
    var last = newest.put(read, found);
    if (last != null && !last.equals(found)) earlier.put(read, last);
    return earlier.getOrDefault(read, Optional.empty());
  }

  private static List<Object> listed(Object @Nullable [] arguments) {
    return arguments == null ? List.of() : Arrays.asList(arguments);
  }

  private static @Nullable Object invoke(Object store, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }
}
