package extrablatt.local;

import com.nimbusds.jose.jwk.JWKSet;
import extrablatt.local.functions.FunctionHost;
import extrablatt.local.functions.FunctionSurroundings;
import extrablatt.local.gateway.Gateway;
import extrablatt.local.template.HttpApi;
import extrablatt.local.template.LocalNames;
import extrablatt.local.template.SamTemplate;
import extrablatt.local.template.Surroundings;
import extrablatt.local.tokens.LocalIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The functions of a template and the gateway before them, on stores that run already. */
public final class LocalStack implements AutoCloseable {
  private final FunctionHost functions;
  private final Gateway gateway;

  private LocalStack(FunctionHost functions, Gateway gateway) {
    this.functions = functions;
    this.gateway = gateway;
  }

  /**
   * The template as the local stack sees it: its own issuer instead of a user pool, its own names.
   */
  public static SamTemplate template(Path file, URI sqs) throws IOException {
    var parameters = Map.of("JwtIssuer", LocalIssuer.ISSUER, "JwtAudience", LocalIssuer.AUDIENCE);
    return SamTemplate.read(file, Surroundings.local(parameters, new LocalNames(sqs.toString())));
  }

  /**
   * Starts every function, then the gateway, and returns when it answers.
   *
   * @param address with port 0 for a free one
   * @param keys what the gateway checks tokens with
   * @throws PortTaken if something listens on that port
   */
  public static LocalStack start(
      SamTemplate template,
      Endpoints endpoints,
      InetSocketAddress address,
      JWKSet keys,
      Clock clock) {
    var api = onlyApi(template);
    var functions = FunctionHost.start(template.functions(), surroundings(endpoints), clock);
    try {
      return new LocalStack(functions, Gateway.start(address, api, keys, functions, clock));
    } catch (BindException _) {
      functions.close();
      throw new PortTaken(address.getPort(), "the API");
    } catch (IOException e) {
      functions.close();
      throw new UncheckedIOException(e);
    }
  }

  public FunctionHost functions() {
    return functions;
  }

  /** Where the API answers. */
  public URI uri() {
    return gateway.uri();
  }

  /** Lets running requests finish, within 4 s, before it closes the functions. */
  @Override
  public void close() {
    gateway.close();
    functions.close();
  }

  private static HttpApi onlyApi(SamTemplate template) {
    var apis = template.httpApis();
    if (apis.size() != 1) {
      throw new IllegalStateException("the template has " + apis.size() + " HTTP APIs, not one");
    }
    return apis.getFirst();
  }

  private static FunctionSurroundings surroundings(Endpoints endpoints) {
    return new FunctionSurroundings(
        Surroundings.REGION,
        AccessKey.LOCAL.id(),
        AccessKey.LOCAL.secret(),
        endpoints.dynamoDb().toString(),
        endpoints.s3().toString(),
        endpoints.sqs().toString());
  }
}
