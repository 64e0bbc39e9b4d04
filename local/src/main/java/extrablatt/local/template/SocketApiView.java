package extrablatt.local.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads WebSocket APIs. */
final class SocketApiView {
  private static final Pattern BODY_FIELD =
      Pattern.compile("\\$(?:\\{request\\.body\\.([\\w.]+)}|request\\.body\\.([\\w.]+))");

  private final Set<String> routesWithResponse;

  /**
   * @param responses the {@code AWS::ApiGatewayV2::RouteResponse}s
   */
  SocketApiView(Map<String, Value> responses) {
    this.routesWithResponse =
        responses.values().stream()
            .map(response -> response.get("RouteId").resource())
            .collect(Collectors.toSet());
  }

  SocketApi api(String id, Value properties) {
    var routes = new LinkedHashMap<String, SocketApi.Route>();
    properties
        .get("Routes")
        .entries()
        .forEach((key, route) -> routes.put(key, route(id, key, route)));
    var stage = properties.text("StageName");
    return new SocketApi(
        id,
        stage == null ? "default" : stage,
        selection(properties.get("RouteSelectionExpression")),
        routes);
  }

  private SocketApi.Route route(String api, String key, Value route) {
    boolean selects = route.find("RouteResponseSelectionExpression").isPresent();
    return new SocketApi.Route(
        route.get("FunctionArn").resource(),
        selects && routesWithResponse.contains(resourceOf(api, key)));
  }

  /** The name that SAM gives to the resource of a route. */
  private static String resourceOf(String api, String key) {
    var name = key.startsWith("$") ? key.substring(1) : key;
    var first = name.substring(0, 1).toUpperCase(Locale.ROOT);
    return api + first + name.substring(1).toLowerCase(Locale.ROOT) + "Route";
  }

  private static String selection(Value expression) {
    var field = BODY_FIELD.matcher(expression.text());
    if (!field.matches()) {
      throw new TemplateError(
          expression.line(), "the local stack selects routes by $request.body.… only");
    }
    var path = field.group(1) == null ? field.group(2) : field.group(1);
    return "/" + path.replace('.', '/');
  }
}
