package extrablatt.local.template;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CORS configuration of an HTTP API; the lists are as they stand in the template, {@code *}
 * included.
 */
public record Cors(
    List<String> allowOrigins,
    List<String> allowMethods,
    List<String> allowHeaders,
    List<String> exposeHeaders,
    boolean allowCredentials,
    @Nullable Duration maxAge) {

  public Cors {
    allowOrigins = List.copyOf(allowOrigins);
    allowMethods = List.copyOf(allowMethods);
    allowHeaders = List.copyOf(allowHeaders);
    exposeHeaders = List.copyOf(exposeHeaders);
  }
}
