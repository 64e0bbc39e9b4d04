package extrablatt.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads HTTP APIs, and the routes that the functions' events add to them. */
final class HttpApiView {
  /** The API that SAM makes for events that name none. */
  private static final String IMPLICIT = "ServerlessHttpApi";

  private final Map<String, Value> apis;
  private final Map<String, Value> functions;

  HttpApiView(Map<String, Value> apis, Map<String, Value> functions) {
    this.apis = apis;
    this.functions = functions;
  }

  List<HttpApi> apis() {
    var routes = routes();
    routes.keySet().stream()
        .filter(id -> !id.equals(IMPLICIT) && !apis.containsKey(id))
        .forEach(id -> fail("there is no HTTP API " + id));
    var found = new ArrayList<HttpApi>();
    apis.forEach((id, api) -> found.add(api(id, api, routes.getOrDefault(id, List.of()))));
    if (routes.containsKey(IMPLICIT)) {
      found.add(new HttpApi(IMPLICIT, Map.of(), null, routes.get(IMPLICIT)));
    }
    return found;
  }

  private HttpApi api(String id, Value api, List<Route> routes) {
    var authorizers = new LinkedHashMap<String, JwtAuthorizer>();
    api.find("Auth")
        .ifPresent(auth ->
            auth.entries("Authorizers")
                .forEach((name, value) -> authorizers.put(name, authorizer(name, value))));
    return new HttpApi(id, authorizers, cors(api), routes);
  }

  private static JwtAuthorizer authorizer(String name, Value authorizer) {
    var jwt =
        authorizer
            .find("JwtConfiguration")
            .orElseThrow(() ->
                new TemplateError(authorizer.line(), "authorizer " + name + " is not for JWTs"));
    var identitySource = authorizer.text("IdentitySource");
    return new JwtAuthorizer(
        name,
        jwt.get("issuer").text(),
        Set.copyOf(jwt.texts("audience")),
        identitySource == null ? "$request.header.Authorization" : identitySource);
  }

  private static @Nullable Cors cors(Value api) {
    var configuration = api.find("CorsConfiguration").orElse(null);
    if (configuration == null) {
      return null;
    }
    if (!configuration.isMapping()) {
      // SAM's short form: true opens the API to every origin.
      return configuration.text().equals("true")
          ? new Cors(List.of("*"), List.of("*"), List.of("*"), List.of(), false, null)
          : null;
    }
    return new Cors(
        configuration.texts("AllowOrigins"),
        configuration.texts("AllowMethods"),
        configuration.texts("AllowHeaders"),
        configuration.texts("ExposeHeaders"),
        configuration.flag("AllowCredentials"),
        configuration.find("MaxAge").isPresent()
            ? configuration.seconds("MaxAge", java.time.Duration.ZERO)
            : null);
  }

  private Map<String, List<Route>> routes() {
    var routes = new LinkedHashMap<String, List<Route>>();
    functions.forEach((function, properties) ->
        properties.entries("Events").values().stream()
            .filter(event -> event.get("Type").text().equals("HttpApi"))
            .forEach(event -> {
              var details = event.find("Properties");
              var api = details.flatMap(it -> it.find("ApiId")).map(Value::resource);
              routes
                  .computeIfAbsent(api.orElse(IMPLICIT), _ -> new ArrayList<>())
                  .add(route(function, api.orElse(IMPLICIT), details.orElse(event)));
            }));
    return routes;
  }

  private Route route(String function, String api, Value event) {
    var path = event.text("Path");
    var method = event.text("Method");
    if (path == null || path.equals(Route.DEFAULT)) {
      return secured(function, api, event, "ANY", Route.DEFAULT);
    }
    if (!path.startsWith("/")) {
      throw new TemplateError(event.line(), "path " + path + " does not begin with /");
    }
    var verb = method == null ? "ANY" : method.toUpperCase(Locale.ROOT);
    return secured(function, api, event, verb.equals("*") ? "ANY" : verb, path);
  }

  private Route secured(String function, String api, Value event, String method, String path) {
    var apiAuth = java.util.Optional.ofNullable(apis.get(api)).flatMap(it -> it.find("Auth"));
    var named = event.find("Auth", "Authorizer").map(Value::text);
    var authorizer =
        named
            .or(() -> apiAuth.flatMap(auth -> auth.find("DefaultAuthorizer")).map(Value::text))
            .filter(name -> !name.equals("NONE"))
            .orElse(null);
    if (authorizer == null) {
      return new Route(method, path, function, null, Set.of());
    }
    var declared = apiAuth.flatMap(auth -> auth.find("Authorizers", authorizer));
    if (declared.isEmpty()) {
      throw new TemplateError(event.line(), "there is no authorizer " + authorizer);
    }
    var scopes =
        event
            .find("Auth", "AuthorizationScopes")
            .or(() -> declared.flatMap(it -> it.find("AuthorizationScopes")))
            .map(list -> list.items().stream().map(Value::text).toList())
            .orElse(List.of());
    return new Route(method, path, function, authorizer, Set.copyOf(scopes));
  }

  private static void fail(String message) {
    throw new TemplateError(1, message);
  }
}
