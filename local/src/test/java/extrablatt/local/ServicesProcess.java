package extrablatt.local;

import extrablatt.local.iam.Permissions;
import extrablatt.local.queue.QueueSettings;
import extrablatt.local.s3.Bucket;
import extrablatt.local.s3.NotificationRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The local services in a process of their own, which can be killed. */
final class ServicesProcess implements AutoCloseable {
  private final Process process;
  private final List<URI> endpoints;

  private ServicesProcess(Process process, List<URI> endpoints) {
    this.process = process;
    this.endpoints = endpoints;
  }

  static LocalServices.Settings settings(@Nullable Path data) {
    return new LocalServices.Settings(
        "127.0.0.1",
        0,
        0,
        0,
        data,
        "eu-central-1",
        AccessKey.LOCAL,
        Permissions.none(),
        Map.of(),
        List.of(Bucket.drop("drop"), Bucket.closed("content")),
        List.of(QueueSettings.withoutRedrive("drops", Duration.ofSeconds(30))),
        List.of(new NotificationRule("drop", "s3:ObjectCreated:*", "publish/", null, "drops")),
        List.of());
  }

  static ServicesProcess start(Path data) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ServicesProcess.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new ServicesProcess(process, endpoints(process.inputReader(StandardCharsets.UTF_8)));
  }

  /** What the process runs: it prints its endpoints and then waits to be killed. */
  public static void main(String[] arguments) throws InterruptedException {
    try (var services = LocalServices.start(settings(Path.of(arguments[0])), Clock.systemUTC())) {
      System.out.println(services.dynamoDbEndpoint());
      System.out.println(services.s3Endpoint());
      System.out.println(services.sqsEndpoint());
      Thread.currentThread().join();
    }
  }

  URI dynamoDb() {
    return endpoints.get(0);
  }

  URI s3() {
    return endpoints.get(1);
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static List<URI> endpoints(BufferedReader output) throws IOException {
    return List.of(
        URI.create(output.readLine()),
        URI.create(output.readLine()),
        URI.create(output.readLine()));
  }
}
