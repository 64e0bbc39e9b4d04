package extrablatt.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Endpoints by route key. API Gateway has routed already, so this is one look-up; a HEAD route is
 * served by the endpoint of its GET.
 */
public final class Router implements Endpoint {
  private static final String HEAD = "HEAD ";

  private final Map<String, Endpoint> endpoints;

  private Router(Map<String, Endpoint> endpoints) {
    this.endpoints = Collections.unmodifiableMap(endpoints);
  }

  /** One route, such as {@code GET /articles/{idOrSlug}}. */
  public static Router of(String routeKey, Endpoint endpoint) {
    return new Router(new LinkedHashMap<>()).and(routeKey, endpoint);
  }

  /** These routes and one more. */
  public Router and(String routeKey, Endpoint endpoint) {
    var more = new LinkedHashMap<>(endpoints);
    if (more.put(routeKey, endpoint) != null)
      throw new IllegalArgumentException(routeKey + " has two endpoints");
    return new Router(more);
  }

  /** These routes and those of another router. */
  public Router and(Router other) {
    var all = this;
    for (var route : other.endpoints.entrySet()) all = all.and(route.getKey(), route.getValue());
    return all;
  }

  /** The keys of all routes; HEAD routes are not named. */
  public Set<String> routes() {
    return endpoints.keySet();
  }

  @Override
  public Response handle(Request request) {
    var routeKey = request.routeKey();
    var key = routeKey.startsWith(HEAD) ? "GET " + routeKey.substring(HEAD.length()) : routeKey;
    var endpoint = endpoints.get(key);
    if (endpoint == null) throw Refusal.notFound("There is no such route.");
    return endpoint.handle(request);
  }
}
