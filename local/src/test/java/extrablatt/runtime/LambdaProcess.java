package extrablatt.runtime;

import extrablatt.local.template.Function;
import extrablatt.local.template.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A function in a process of its own, as Lambda starts it: a JVM with the runtime interface client
 * alone on its class path, which loads the function's jar from {@code lib/} of the task's folder.
 * Needs Linux, since that client does.
 */
public final class LambdaProcess implements AutoCloseable {
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** Far beyond what any start takes on a busy machine. */
  private static final long LONGEST_BEGINNING_SECONDS = 60;

  /** What hangs is to fail a test, not to hold it up. */
  private static final long LONGEST_CALL_MINUTES = 2;

  private final Function function;
  private final RuntimeApi api;
  private final Path folder;
  private final Process process;
  private final CompletableFuture<Integer> end;

  private LambdaProcess(Function function, RuntimeApi api, Path folder, Process process) {
    this.function = function;
    this.api = api;
    this.folder = folder;
    this.process = process;
    end =
        process
            .onExit()
            .thenApply(it -> {
              api.processIsGone(new Outcome.Ended(it.exitValue()));
              return it.exitValue();
            });
  }

  /**
   * Starts a process and does not wait for it.
   *
   * @param environment what the function finds there beside what Lambda reserves
   */
  public static LambdaProcess start(
      Function function, Path jar, Map<String, String> environment, int heapMegabytes)
      throws IOException {
    var folder = Files.createTempDirectory("extrablatt-" + function.id());
    var task = folder.resolve("task");
    var lib = Files.createDirectories(task.resolve("lib"));
    Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar.toAbsolutePath());
    var api =
        RuntimeApi.start(
            "arn:aws:lambda:%s:%s:function:%s"
                .formatted(Surroundings.REGION, Surroundings.ACCOUNT, function.id()));
    var builder =
        new ProcessBuilder(command(function, heapMegabytes))
            .directory(task.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(reserved(function, api, task));
    var process = builder.start();
    return new LambdaProcess(function, api, folder, process);
  }

  private static List<String> command(Function function, int heapMegabytes) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + heapMegabytes + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        RuntimeClient.classPath(),
        CLIENT,
        function.handler());
  }

  private static Map<String, String> reserved(Function function, RuntimeApi api, Path task) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
        Map.entry("LAMBDA_TASK_ROOT", task.toString()),
        Map.entry("_HANDLER", function.handler()),
        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.id()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memory())),
        Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        Map.entry("LANG", "en_US.UTF-8"),
        Map.entry("TZ", ":UTC"));
  }

  /** What came of the start: answered with nothing once the function waits for its first call. */
  public Outcome beginning() throws InterruptedException {
    try {
      return api.beginning().get(LONGEST_BEGINNING_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError(function.id() + " did not begin: " + log(), e);
    }
  }

  /** Calls the function; at its own timeout, counted from its beginning, the process is killed. */
  public Outcome call(byte[] event) throws InterruptedException {
    if (!(beginning() instanceof Outcome.Answered)) {
      throw new AssertionError(function.id() + " did not begin: " + log());
    }
    var call = begin(event);
    try {
      return call.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      kill(new Outcome.TimedOut());
      return call.join();
    } catch (ExecutionException e) {
      throw new AssertionError(function.id() + ": " + log(), e);
    }
  }

  /** Calls the function and does not wait; the process lives until {@link #timeOut}. */
  public CompletableFuture<Outcome> begin(byte[] event) {
    return api.call(event, Instant.now().plus(function.timeout()))
        .orTimeout(LONGEST_CALL_MINUTES, TimeUnit.MINUTES);
  }

  /** What Lambda does when a deadline passes. */
  public void timeOut() throws InterruptedException {
    kill(new Outcome.TimedOut());
  }

  private void kill(Outcome outcome) throws InterruptedException {
    api.processIsGone(outcome);
    process.destroyForcibly().waitFor();
  }

  /** Waits for the process to end by itself. */
  public int exitCode() {
    return end.copy().orTimeout(LONGEST_BEGINNING_SECONDS, TimeUnit.SECONDS).join();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Everything that the process has printed. */
  public String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    end.join();
    api.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
