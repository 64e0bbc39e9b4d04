package extrablatt.local.functions;

import extrablatt.local.gateway.Integration;
import extrablatt.local.template.Function;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The functions of a stack, each started once and called with JSON. Lambda gives an instance one
 * call at a time; here one instance serves all of them at once, so that a handler with state of its
 * own shows itself.
 */
public final class FunctionHost implements Integration, AutoCloseable {
  private final Map<String, Hosted> functions;
  private final Clock clock;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  private FunctionHost(Map<String, Hosted> functions, Clock clock) {
    this.functions = functions;
    this.clock = clock;
  }

  /** Starts every function; throws {@link FunctionError} for one that cannot be. */
  public static FunctionHost start(
      Collection<Function> functions, FunctionSurroundings surroundings, Clock clock) {
    var hosted = new LinkedHashMap<String, Hosted>();
    for (var function : functions) {
      var handler = HandlerClass.instantiate(function, surroundings.environmentOf(function));
      hosted.put(function.id(), new Hosted(function, handler));
    }
    return new FunctionHost(hosted, clock);
  }

  /** Calls a function and waits no longer than its own timeout. */
  public byte[] call(String function, byte[] event) throws TimeoutException, InterruptedException {
    return call(function, event, hosted(function).function().timeout());
  }

  @Override
  public byte[] call(String function, byte[] event, Duration limit)
      throws TimeoutException, InterruptedException {
    var hosted = hosted(function);
    var timeout = hosted.function().timeout();
    var patience = limit.compareTo(timeout) < 0 ? limit : timeout;
    var invocation =
        new Invocation(
            hosted.function(), UUID.randomUUID().toString(), clock.instant().plus(timeout), clock);
    var call = calls.submit(() -> hosted.handler().handle(event, invocation));
    try {
      return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new FunctionError(function, "the call failed", e.getCause());
    } finally {
      call.cancel(true);
    }
  }

  /** Ends running calls and closes what handlers hold. */
  @Override
  public void close() {
    calls.shutdownNow();
    for (var hosted : functions.values()) {
      try {
        hosted.handler().close();
      } catch (Exception e) {
        throw new FunctionError(hosted.function().id(), "cannot be closed", e);
      }
    }
  }

  private Hosted hosted(String function) {
    var hosted = functions.get(function);
    if (hosted == null) {
      throw new FunctionError(function, "there is no such function");
    }
    return hosted;
  }

  private record Hosted(Function function, Handler handler) {}
}
