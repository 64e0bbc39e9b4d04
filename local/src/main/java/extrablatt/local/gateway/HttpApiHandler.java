package extrablatt.local.gateway;

import com.nimbusds.jose.jwk.JWKSet;
import extrablatt.local.template.HttpApi;
import extrablatt.local.template.Route;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** What an HTTP API does between a request and a response, without the network. */
final class HttpApiHandler {
  private static final System.Logger LOG = System.getLogger(HttpApiHandler.class.getName());
  private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

  /** Lambda's limit for the payload of a synchronous call, both ways. */
  private static final int LARGEST_PAYLOAD = 6 * 1024 * 1024;

  private static final Verdict.Admitted ANYBODY = new Verdict.Admitted(Map.of(), null);

  private final RouteTable routes;
  private final Map<String, JwtCheck> authorizers = new LinkedHashMap<>();
  private final CorsPolicy cors;
  private final Integration integration;
  private final ClientFiles files;
  private final Clock clock;

  HttpApiHandler(
      HttpApi api, JWKSet keys, Integration integration, ClientFiles files, Clock clock) {
    this.routes = new RouteTable(api.routes());
    api.authorizers().forEach((name, it) -> authorizers.put(name, new JwtCheck(it, keys, clock)));
    this.cors = new CorsPolicy(api.cors());
    this.integration = integration;
    this.files = files;
    this.clock = clock;
  }

  Response answer(Request request) {
    var id = TraceId.request();
    var response =
        cors.answers(request) ? cors.preflight(request) : cors.marked(request, routed(request, id));
    return response.with("apigw-requestid", id);
  }

  private Response routed(Request request, String id) {
    var match = routes.match(request.method(), request.path()).orElse(null);
    if (match == null) {
      return files.find(request).orElseGet(Response::notFound);
    }
    return switch (judge(request, match.route())) {
      case Verdict.Admitted caller -> called(request, match, caller, id);
      case Verdict.NoToken _ ->
          Response.message(401, "Unauthorized").with("www-authenticate", "Bearer");
      case Verdict.BadToken(var description) ->
          Response.message(401, "Unauthorized")
              .with("www-authenticate", challenge(match.route(), "invalid_token", description));
      case Verdict.ScopeMissing _ ->
          Response.message(403, "Forbidden")
              .with(
                  "www-authenticate",
                  challenge(
                      match.route(),
                      "insufficient_scope",
                      "the token does not have the required scope"));
    };
  }

  private Verdict judge(Request request, Route route) {
    var name = route.authorizer();
    if (name == null) {
      return ANYBODY;
    }
    var check = authorizers.get(name);
    if (check == null) {
      throw new IllegalStateException("route " + route.key() + " has an unknown authorizer");
    }
    return check.judge(request, route.scopes());
  }

  private static String challenge(Route route, String error, String description) {
    var scope = String.join(" ", route.scopes().stream().sorted().toList());
    return "Bearer scope=\"%s\" error=\"%s\" error_description=\"%s\""
        .formatted(scope, error, description);
  }

  private Response called(
      Request request, RouteTable.Match match, Verdict.Admitted caller, String id) {
    var function = match.route().function();
    var event = EventJson.of(request, match, caller, id, clock.instant());
    if (event.length > LARGEST_PAYLOAD) {
      return Response.tooLarge();
    }
    try {
      var answer = integration.call(function, event, LONGEST_CALL);
      if (answer.length > LARGEST_PAYLOAD) {
        throw new IOException("the answer of " + answer.length + " bytes is too large");
      }
      return ResponseJson.of(answer);
    } catch (TimeoutException e) {
      LOG.log(System.Logger.Level.ERROR, function + " took too long, request " + id);
      return Response.unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Response.unavailable();
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, function + " failed, request " + id, e);
      return Response.internalError();
    }
  }
}
