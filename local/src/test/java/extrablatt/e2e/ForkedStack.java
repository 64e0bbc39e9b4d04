package extrablatt.e2e;

import extrablatt.local.PortTaken;
import extrablatt.local.tokens.LocalKey;
import extrablatt.local.tokens.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./extrablatt local --data DIR} in a process of its own, which can be killed. */
final class ForkedStack implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Process process;
  private final Api newsroom;
  private final DropBucket drops;

  private ForkedStack(Process process, Api newsroom, DropBucket drops) {
    this.process = process;
    this.newsroom = newsroom;
    this.drops = drops;
  }

  /** Starts it and waits until it says that it is ready. */
  static ForkedStack start(Path data) throws IOException {
    var port = free();
    var s3Port = free();
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dextrablatt.home=" + Stack.TEMPLATE.toAbsolutePath().getParent(),
            "-cp",
            System.getProperty("java.class.path"),
            "extrablatt.local.Main",
            "local",
            "--data",
            data.toString(),
            "--port",
            port,
            "--socket-port",
            free(),
            "--s3-port",
            s3Port,
            "--dynamodb-port",
            free());
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    awaitReady(process);
    var tokens = new Tokens(LocalKey.in(data), Clock.systemUTC());
    var token = tokens.mint(List.of(Stack.EVERY_SCOPE), Duration.ofHours(1));
    var newsroom = new Api(URI.create("http://localhost:" + port), token);
    var drops = new DropBucket(URI.create("http://localhost:" + s3Port), newsroom);
    return new ForkedStack(process, newsroom, drops);
  }

  private static String free() {
    return String.valueOf(PortTaken.check(HOST, 0, "a test"));
  }

  private static void awaitReady(Process process) throws IOException {
    var output = process.inputReader(StandardCharsets.UTF_8);
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("Ready")) {
        Thread.ofVirtual().start(() -> drain(output));
        return;
      }
    }
    throw new IOException("it ended before it was ready");
  }

  /** A full pipe would hold the process up. */
  private static void drain(BufferedReader output) {
    output.lines().forEach(_ -> {});
  }

  Api newsroom() {
    return newsroom;
  }

  DropBucket drops() {
    return drops;
  }

  /** As {@code kill -9} does it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As {@code kill} does it; says whether it ended in time. */
  boolean stop(Duration patience) throws InterruptedException {
    process.destroy();
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Its files may go once it has ended. */
  @Override
  public void close() {
    drops.close();
    process.destroyForcibly().onExit().join();
  }
}
