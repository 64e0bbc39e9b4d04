package extrablatt.local;

import extrablatt.local.sockets.SocketServer;
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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  private static final int USUAL_SQS_PORT = 9324;
  private static final Duration LONGEST_STOP = Duration.ofMillis(4500);

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

  @Option(
      names = "--socket-port",
      defaultValue = "3001",
      description = "The sockets' (${DEFAULT-VALUE}).")
  private int socketPort;

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
    requirePorts();
    var data = Home.data(place.data);
    if (!servicesOnly) {
      PortTaken.check(HOST, port, "the API");
    }
    var running = new Running();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().unstarted(() -> running.close(LONGEST_STOP)));
    if (!place.memory) running.with(DataFolder.hold(data));
    int sqsPort = sqsPort();
    var sqs = URI.create("http://localhost:" + sqsPort);
    var template = LocalStack.template(Home.project().resolve("template.yaml"), sqs);
    if (!servicesOnly && LocalStack.socketApi(template) != null) {
      PortTaken.check(HOST, socketPort, SocketServer.NAME);
    }
    out.println("Starting DynamoDB, S3 and SQS");
    var services = running.with(services(template, sqsPort, place.memory ? null : data));
    if (servicesOnly) {
      Welcome.toServices(out, Endpoints.of(services), SamLocal.variables(template, data));
    } else {
      serve(template, services, data, running, out);
    }
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }

  private void requirePorts() {
    for (int each : List.of(port, socketPort, s3Port, dynamoDbPort)) {
      if (each < 0 || each > 65535) {
        throw new ParameterException(
            spec.commandLine(), each + " is no port: take one up to 65535");
      }
    }
  }

  private LocalServices services(SamTemplate template, int sqsPort, @Nullable Path folder) {
    var place =
        new TemplateServices.Place(
            servicesOnly ? EVERYWHERE : HOST, dynamoDbPort, s3Port, sqsPort, folder);
    return TemplateServices.start(template, place, Clock.systemUTC());
  }

  /** Nobody types this port, so another one does as well. */
  private static int sqsPort() {
    try {
      return PortTaken.check(HOST, USUAL_SQS_PORT, "SQS");
    } catch (PortTaken _) {
      return PortTaken.check(HOST, 0, "SQS");
    }
  }

  private void serve(
      SamTemplate template, LocalServices services, Path data, Running running, PrintWriter out)
      throws IOException {
    out.println("Starting " + template.functions().size() + " functions");
    var endpoints = Endpoints.of(services);
    var key = LocalKey.in(data);
    var clock = Clock.systemUTC();
    var clients = Home.project().resolve("clients");
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var served = new LocalStack.Place(address, socketPort, clients);
    var stack =
        running.with(
            LocalStack.start(
                template, endpoints, services.permissions(), served, key.publicKeys(), clock));
    var kept = place.memory ? null : data;
    running.with(Triggers.start(template, stack.functions(), services, kept, clock));
    if (samples) {
      Samples.drop(Home.project().resolve("samples/page-text"), endpoints.s3(), out);
    }
    Welcome.toStack(out, stack, endpoints, template, new Tokens(key, clock), clients);
  }
}
