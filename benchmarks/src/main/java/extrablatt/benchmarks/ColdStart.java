package extrablatt.benchmarks;

import extrablatt.domain.publishing.Publication;
import extrablatt.storage.Storage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.CommandLineInput;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/**
 * Prints how long the delivery function takes from the start of its process to its first answer:
 * {@code ColdStart jar [runs]}, from the jar that Lambda gets, five times unless told otherwise.
 */
public final class ColdStart {
  private static final String FUNCTION = "extrablatt.delivery.DeliveryFunction";
  private static final String TABLE = "cold-start";
  private static final int ARTICLES = 100;
  private static final int RUNS = 5;

  private final Path jar;
  private final Map<String, String> environment;

  private ColdStart(Path jar, Map<String, String> environment) {
    this.jar = jar;
    this.environment = environment;
  }

  /**
   * One start, in milliseconds: the whole, the constructor's part, the first call's part, and the
   * processors' time, which hardly depends on what else the machine does.
   */
  private record Start(long whole, long construction, long call, long processor) {}

  public static void main(String[] arguments) throws Exception {
    var jar = Path.of(arguments[0]).toAbsolutePath();
    if (!Files.exists(jar)) throw new IllegalArgumentException("there is no " + jar);
    var runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : RUNS;
    int port = freePort();
    var input =
        new CommandLineInput(
            new String[] {
              "-sharedDb", "-disableTelemetry", "-inMemory", "-port", Integer.toString(port)
            });
    input.init();
    var server = ServerRunner.createServer(input);
    server.start();
    try {
      var environment =
          Map.of(
              "TABLE_NAME", TABLE,
              "CONTENT_BUCKET", "content",
              "CURSOR_SECRET", "benchmark",
              "AWS_REGION", "eu-central-1",
              "AWS_ACCESS_KEY_ID", "local",
              "AWS_SECRET_ACCESS_KEY", "local",
              "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:" + port);
      new ColdStart(jar, environment).measure(runs);
    } finally {
      server.stop();
    }
  }

  private void measure(int runs) throws IOException, InterruptedException {
    var article = load();
    print("an article by its id", event("/articles/{idOrSlug}", article.id().value()), runs);
    print("the first page of a list", event("/articles", ""), runs);
  }

  private Publication load() {
    try (var client = client()) {
      Tables.create(client, TABLE);
      var storage = Storage.over(client, new TakingS3(new Tally()), environment);
      return new Newsroom(storage.content(), Clock.systemUTC()).load(0, ARTICLES, 2).getFirst();
    }
  }

  private DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create(value("AWS_ENDPOINT_URL_DYNAMODB")))
        .region(Region.of(value("AWS_REGION")))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private String value(String variable) {
    return environment.getOrDefault(variable, "");
  }

  private void print(String what, String event, int runs) throws IOException, InterruptedException {
    var starts = new ArrayList<Start>();
    for (int run = 0; run < runs; run++) starts.add(start(event));
    starts.sort(Comparator.comparingLong(Start::whole));
    var median = starts.get(runs / 2);
    System.out.printf(
        "%s: median %d ms of %s; of it %d ms constructor, %d ms call; processor %d ms%n",
        what,
        median.whole(),
        starts.stream().map(Start::whole).toList(),
        median.construction(),
        median.call(),
        median.processor());
  }

  private Start start(String event) throws IOException, InterruptedException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            ownClasses(),
            FirstAnswer.class.getName(),
            jar.toString(),
            FUNCTION,
            event);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    var begin = System.nanoTime();
    var process = builder.start();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(FirstAnswer.MARK)) return measured(line, System.nanoTime() - begin);
      }
    } finally {
      process.waitFor();
    }
    throw new IllegalStateException("the function gave no answer");
  }

  private static Start measured(String line, long whole) {
    try (var numbers = new Scanner(line.substring(FirstAnswer.MARK.length()))) {
      return new Start(
          millis(whole),
          millis(numbers.nextLong()),
          millis(numbers.nextLong()),
          millis(numbers.nextLong()));
    }
  }

  private static long millis(long nanoseconds) {
    return nanoseconds / 1_000_000;
  }

  /** An event of an HTTP API, payload 2.0, less what the function does not read. */
  private static String event(String route, String idOrSlug) {
    var path = route.replace("{idOrSlug}", idOrSlug);
    return """
    {"version": "2.0", "routeKey": "GET %s", "rawPath": "%s", "rawQueryString": "",
     "headers": {"accept-encoding": "gzip", "host": "localhost"}, "pathParameters": {"idOrSlug": "%s"},
     "requestContext": {"requestId": "cold", "http": {"method": "GET", "path": "%s"}},
     "isBase64Encoded": false}
    """
        .formatted(route, path, idOrSlug, path);
  }

  private static String ownClasses() {
    var place = FirstAnswer.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(place.toString())).toString();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
