package extrablatt.e2e;

import extrablatt.local.MemoryStack;
import extrablatt.local.template.Function;
import extrablatt.runtime.BuiltJars;
import extrablatt.runtime.LambdaProcess;
import extrablatt.runtime.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The functions of a stack from their built jars, in processes as Lambda starts them. */
final class BuiltFunctions implements Functions, AutoCloseable {
  /** Less than Lambda gives them, so that all of them have room on a small machine. */
  private static final int HEAP_MEGABYTES = 256;

  private final MemoryStack stack;
  private final BuiltJars jars;
  private final Map<String, LambdaProcess> running = new HashMap<>();

  BuiltFunctions(MemoryStack stack) throws IOException {
    this.stack = stack;
    jars = BuiltJars.ofThisBuild();
  }

  @Override
  public byte[] call(String function, byte[] event) throws IOException, InterruptedException {
    var process = process(function);
    if (process.call(event) instanceof Outcome.Answered(String answer)) {
      return answer.getBytes(StandardCharsets.UTF_8);
    }
    throw new AssertionError(function + " did not answer: " + process.log());
  }

  /** The one process of a function, which serves all calls but those of tests that end it. */
  LambdaProcess process(String function) throws IOException {
    var process = running.get(function);
    if (process == null) {
      process = start(function, Map.of());
      running.put(function, process);
    }
    return process;
  }

  /** A process of its own, for the caller to close. */
  LambdaProcess start(String function) throws IOException {
    return start(function, Map.of());
  }

  /** A process whose environment differs, for the caller to close. */
  LambdaProcess start(String function, Map<String, String> changes) throws IOException {
    return start(known(function), HEAP_MEGABYTES, changes);
  }

  /** A process with another heap. */
  LambdaProcess start(String function, int heapMegabytes) throws IOException {
    return start(known(function), heapMegabytes, Map.of());
  }

  /** A process with another timeout, which runs from the beginning of each call. */
  LambdaProcess start(String function, Duration timeout, Map<String, String> changes)
      throws IOException {
    var known = known(function);
    var hurried =
        new Function(
            known.id(),
            known.handler(),
            known.environment(),
            timeout,
            known.memory(),
            known.triggers(),
            known.role(),
            known.logGroup(),
            known.traced());
    return start(hurried, HEAP_MEGABYTES, changes);
  }

  private LambdaProcess start(Function function, int heapMegabytes, Map<String, String> changes)
      throws IOException {
    var environment = new HashMap<>(stack.environmentOf(function));
    environment.putAll(changes);
    return LambdaProcess.start(function, jars.of(function), environment, heapMegabytes);
  }

  private Function known(String function) {
    return stack.template().functions().stream()
        .filter(it -> it.id().equals(function))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    for (var process : running.values()) process.close();
  }
}
