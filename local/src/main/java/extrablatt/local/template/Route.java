package extrablatt.local.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A route of an HTTP API and the function behind it.
 *
 * @param method upper case, or {@code ANY}
 * @param path a path template such as {@code /articles/{id}}, or {@code $default}
 * @param function the function's logical id
 * @param authorizer the name of the JWT authorizer; null where everybody may call
 * @param scopes any one of these opens the route; empty where a valid token is enough
 */
public record Route(
    String method, String path, String function, @Nullable String authorizer, Set<String> scopes) {

  public static final String DEFAULT = "$default";

  public Route {
    scopes = Set.copyOf(scopes);
  }

  /** The route key as it stands in events. */
  public String key() {
    return path.equals(DEFAULT) ? DEFAULT : method + " " + path;
  }
}
