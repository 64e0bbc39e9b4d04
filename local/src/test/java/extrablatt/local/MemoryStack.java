package extrablatt.local;

import extrablatt.local.functions.FunctionHost;
import extrablatt.local.iam.Permissions;
import extrablatt.local.queue.LocalQueues;
import extrablatt.local.template.Function;
import extrablatt.local.template.HttpApi;
import extrablatt.local.template.Route;
import extrablatt.local.template.SamTemplate;
import extrablatt.local.template.Surroundings;
import extrablatt.local.tokens.LocalKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole stack as {@code ./extrablatt local --memory} starts it, but on free ports. */
public final class MemoryStack implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Running running;
  private final SamTemplate template;
  private final LocalStack stack;
  private final LocalServices services;

  private MemoryStack(
      Running running, SamTemplate template, LocalStack stack, LocalServices services) {
    this.running = running;
    this.template = template;
    this.stack = stack;
    this.services = services;
  }

  /**
   * Starts everything that the template names.
   *
   * @param keys the folder of the key that signs tokens
   */
  public static MemoryStack start(Path templateFile, Path keys) throws IOException {
    return start(templateFile, keys, Map.of(), true);
  }

  /** Starts everything that the template names for these parameters. */
  public static MemoryStack start(Path templateFile, Path keys, Map<String, String> parameters)
      throws IOException {
    return start(templateFile, keys, parameters, true);
  }

  /** Starts all but the triggers: what is sent to a queue stays there. */
  public static MemoryStack startWithoutTriggers(Path templateFile, Path keys) throws IOException {
    return start(templateFile, keys, Map.of(), false);
  }

  private static MemoryStack start(
      Path templateFile, Path keys, Map<String, String> parameters, boolean triggers)
      throws IOException {
    int sqsPort = PortTaken.check(HOST, 0, "SQS");
    var template =
        LocalStack.template(templateFile, URI.create("http://localhost:" + sqsPort), parameters);
    var clock = Clock.systemUTC();
    var running = new Running();
    try {
      var place = new TemplateServices.Place(HOST, 0, 0, sqsPort, null);
      var services = running.with(TemplateServices.start(template, place, clock));
      var endpoints = Endpoints.of(services);
      var key = LocalKey.in(keys);
      var stack =
          running.with(
              LocalStack.start(
                  template,
                  endpoints,
                  services.permissions(),
                  LocalStack.Place.free(),
                  key.publicKeys(),
                  clock));
      if (triggers) {
        running.with(Triggers.start(template, stack.functions(), services, null, clock));
      }
      return new MemoryStack(running, template, stack, services);
    } catch (RuntimeException e) {
      running.close(Duration.ofSeconds(5));
      throw e;
    }
  }

  /** Where the API answers. */
  public URI api() {
    return stack.uri();
  }

  /** Where sockets are opened; null where the template has no WebSocket API. */
  public @Nullable URI sockets() {
    return stack.socketUri();
  }

  public Endpoints endpoints() {
    return Endpoints.of(services);
  }

  public LocalQueues queues() {
    return services.queues();
  }

  public FunctionHost functions() {
    return stack.functions();
  }

  /** What its functions may do, and what of it they needed so far. */
  public Permissions permissions() {
    return services.permissions();
  }

  public List<Route> routes() {
    return template.httpApis().stream().map(HttpApi::routes).flatMap(List::stream).toList();
  }

  public SamTemplate template() {
    return template;
  }

  /** What a function of the stack finds in its environment. */
  public Map<String, String> environmentOf(Function function) {
    var environment = new HashMap<>(function.environment());
    var endpoints = endpoints();
    environment.put("AWS_REGION", Surroundings.REGION);
    environment.put("AWS_ACCESS_KEY_ID", function.id());
    environment.put("AWS_SECRET_ACCESS_KEY", AccessKey.LOCAL.secret());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamoDb().toString());
    environment.put("AWS_ENDPOINT_URL_S3", endpoints.s3().toString());
    environment.put("AWS_ENDPOINT_URL_SQS", endpoints.sqs().toString());
    var socket = stack.socketUri();
    if (socket != null) {
      environment.computeIfPresent("SOCKET_URL", (_, _) -> socket.toString());
      environment.computeIfPresent("SOCKET_CALLBACK_URL", (_, _) -> stack.uri().toString());
    }
    return environment;
  }

  @Override
  public void close() {
    running.close(Duration.ofSeconds(10));
  }
}
