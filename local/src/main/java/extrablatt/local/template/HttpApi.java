package extrablatt.local.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP API of the template with its authorizers by name and the routes of all functions. */
public record HttpApi(
    String id, Map<String, JwtAuthorizer> authorizers, @Nullable Cors cors, List<Route> routes) {

  public HttpApi {
    authorizers = Map.copyOf(authorizers);
    routes = List.copyOf(routes);
  }
}
