package extrablatt.local;

import extrablatt.local.template.SamTemplate;
import extrablatt.local.tokens.LocalKey;
import extrablatt.local.tokens.Tokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole stack until it is told to stop. */
@Command(
    name = "local",
    description = "Runs the whole stack in one JVM, until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class LocalCommand implements Callable<Integer> {
  private static final String HOST = "127.0.0.1";

  /** Containers, which sam local calls the functions in, reach the stores from outside. */
  private static final String EVERYWHERE = "0.0.0.0";

  private static final URI SQS = URI.create("http://localhost:9324");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--port", defaultValue = "3000", description = "The API's (${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--s3-port", defaultValue = "9000", description = "S3's (${DEFAULT-VALUE}).")
  private int s3Port;

  @Option(
      names = "--dynamodb-port",
      defaultValue = "8000",
      description = "DynamoDB's (${DEFAULT-VALUE}).")
  private int dynamoDbPort;

  @ArgGroup private Place place = new Place();

  @Option(names = "--samples", description = "Drops samples/page-text/ into the stack.")
  private boolean samples;

  @Option(names = "--services-only", description = "Runs the stores alone, for sam local.")
  private boolean servicesOnly;

  /** Data are kept in a folder, or not at all. */
  static final class Place {
    @Option(names = "--data", description = "Where data are kept (.extrablatt).")
    private @Nullable Path data;

    @Option(names = "--memory", description = "Keeps data in memory.")
    private boolean memory;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var out = spec.commandLine().getOut();
    var data = Home.data(place.data);
    if (!servicesOnly) {
      PortTaken.check(HOST, port, "the API");
    }
    var running = new Running();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(running::close));
    var template = LocalStack.template(Home.project().resolve("template.yaml"), SQS);
    out.println("Starting DynamoDB and S3");
    var stores =
        running.with(
            Stores.start(
                template,
                new Stores.Place(
                    servicesOnly ? EVERYWHERE : HOST,
                    s3Port,
                    dynamoDbPort,
                    place.memory ? null : data),
                _ -> {}));
    var endpoints = new Endpoints(stores.dynamoDb().endpoint(), stores.s3().endpoint(), SQS);
    if (servicesOnly) {
      Welcome.toStores(out, endpoints);
    } else {
      serve(template, endpoints, data, running, out);
    }
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }

  private void serve(
      SamTemplate template, Endpoints endpoints, Path data, Running running, PrintWriter out)
      throws IOException {
    out.println("Starting " + template.functions().size() + " functions");
    var key = LocalKey.in(data);
    var clock = Clock.systemUTC();
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var stack =
        running.with(LocalStack.start(template, endpoints, address, key.publicKeys(), clock));
    if (samples) {
      Samples.drop(Home.project().resolve("samples/page-text"), endpoints.s3(), out);
    }
    Welcome.toStack(out, stack.uri(), endpoints, template, new Tokens(key, clock));
  }
}
