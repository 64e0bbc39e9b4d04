package extrablatt.local;

import com.nimbusds.jose.jwk.JWKSet;
import extrablatt.local.functions.FunctionHost;
import extrablatt.local.functions.FunctionSurroundings;
import extrablatt.local.gateway.ClientFiles;
import extrablatt.local.gateway.Gateway;
import extrablatt.local.iam.Permissions;
import extrablatt.local.sockets.SocketServer;
import extrablatt.local.template.HttpApi;
import extrablatt.local.template.LocalNames;
import extrablatt.local.template.SamTemplate;
import extrablatt.local.template.SocketApi;
import extrablatt.local.template.Surroundings;
import extrablatt.local.tokens.LocalIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of a template and the gateway before them, on stores that run already. */
public final class LocalStack implements AutoCloseable {
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(4);

  private final FunctionHost functions;
  private final Gateway gateway;
  private final @Nullable SocketServer sockets;

  private LocalStack(FunctionHost functions, Gateway gateway, @Nullable SocketServer sockets) {
    this.functions = functions;
    this.gateway = gateway;
    this.sockets = sockets;
  }

  /**
   * Where the stack is served; a port of 0 stands for a free one.
   *
   * @param socketPort unused where the template has no WebSocket API
   * @param clients a folder of files for developers; null for none
   */
  public record Place(InetSocketAddress api, int socketPort, @Nullable Path clients) {
    /** On free ports, without files. */
    public static Place free() {
      return new Place(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0, null);
    }
  }

  /**
   * The template as the local stack sees it: its own issuer instead of a user pool, its own names.
   */
  public static SamTemplate template(Path file, URI sqs) throws IOException {
    return template(file, sqs, Map.of());
  }

  /** The same with values for other parameters than those of the issuer. */
  static SamTemplate template(Path file, URI sqs, Map<String, String> others) throws IOException {
    var parameters = new HashMap<>(others);
    parameters.put("JwtIssuer", LocalIssuer.ISSUER);
    parameters.put("JwtAudience", LocalIssuer.AUDIENCE);
    return SamTemplate.read(file, Surroundings.local(parameters, new LocalNames(sqs.toString())));
  }

  /**
   * Starts every function, then the gateway and the sockets' server, and returns when both answer.
   *
   * @param keys what the gateway checks tokens with
   * @param permissions what the functions may do
   * @throws PortTaken if something listens on one of the ports
   * @throws extrablatt.local.iam.AccessDenied if a role lacks what the Lambda service needs itself
   */
  public static LocalStack start(
      SamTemplate template,
      Endpoints endpoints,
      Permissions permissions,
      Place place,
      JWKSet keys,
      Clock clock) {
    ServiceRights.require(template.functions(), permissions);
    var api = onlyApi(template);
    var socketApi = socketApi(template);
    var fixed = socketApi == null ? place : withPorts(place);
    var functions =
        FunctionHost.start(
            template.functions(),
            surroundings(endpoints, fixed, socketApi == null ? null : sockets(fixed)),
            clock);
    var started = new Running();
    started.with(functions);
    try {
      var files = ClientFiles.of(place.clients());
      var gateway = started.with(Gateway.start(fixed.api(), api, keys, functions, files, clock));
      var sockets =
          socketApi == null
              ? null
              : serveSockets(fixed, socketApi, permissions, functions, gateway, clock);
      return new LocalStack(functions, gateway, sockets);
    } catch (BindException _) {
      started.close(STOP_TIMEOUT);
      throw new PortTaken(fixed.api().getPort(), "the API");
    } catch (IOException e) {
      started.close(STOP_TIMEOUT);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      started.close(STOP_TIMEOUT);
      throw e;
    }
  }

  private static SocketServer serveSockets(
      Place place,
      SocketApi api,
      Permissions permissions,
      FunctionHost functions,
      Gateway gateway,
      Clock clock) {
    var address = new InetSocketAddress(place.api().getAddress(), place.socketPort());
    var sockets = SocketServer.start(address, api, functions, clock);
    gateway.serve(SocketServer.CONNECTIONS_PATH, sockets.connections(permissions));
    return sockets;
  }

  public FunctionHost functions() {
    return functions;
  }

  /** Where the API answers. */
  public URI uri() {
    return gateway.uri();
  }

  /** Where clients open sockets; null where the template has no WebSocket API. */
  public @Nullable URI socketUri() {
    return sockets == null ? null : sockets.uri();
  }

  /** Lets running requests finish, within 4 s, before it closes the functions. */
  @Override
  public void close() {
    var closing = Thread.startVirtualThread(this::closeSockets);
    gateway.close();
    try {
      closing.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    functions.close();
  }

  private void closeSockets() {
    if (sockets != null) {
      sockets.close();
    }
  }

  private static HttpApi onlyApi(SamTemplate template) {
    var apis = template.httpApis();
    if (apis.size() != 1) {
      throw new IllegalStateException("the template has " + apis.size() + " HTTP APIs, not one");
    }
    return apis.getFirst();
  }

  /** The WebSocket API of the template; null for none. */
  static @Nullable SocketApi socketApi(SamTemplate template) {
    var apis = template.socketApis();
    if (apis.size() > 1) {
      throw new IllegalStateException("the template has " + apis.size() + " WebSocket APIs");
    }
    return apis.isEmpty() ? null : apis.getFirst();
  }

  /** Functions are told the addresses before anything listens there. */
  private static Place withPorts(Place place) {
    var host = place.api().getAddress();
    int port = PortTaken.check(host.getHostAddress(), place.api().getPort(), "the API");
    int socketPort = PortTaken.check(host.getHostAddress(), place.socketPort(), SocketServer.NAME);
    return new Place(new InetSocketAddress(host, port), socketPort, place.clients());
  }

  private static FunctionSurroundings.Sockets sockets(Place place) {
    return new FunctionSurroundings.Sockets("ws://localhost:" + place.socketPort(), api(place));
  }

  private static String api(Place place) {
    return "http://localhost:" + place.api().getPort();
  }

  private static FunctionSurroundings surroundings(
      Endpoints endpoints, Place place, FunctionSurroundings.@Nullable Sockets sockets) {
    return new FunctionSurroundings(
        Surroundings.REGION,
        AccessKey.LOCAL.secret(),
        endpoints.dynamoDb().toString(),
        endpoints.s3().toString(),
        endpoints.sqs().toString(),
        place.api().getPort() == 0 ? null : api(place),
        sockets);
  }
}
