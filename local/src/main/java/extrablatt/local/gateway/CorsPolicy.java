package extrablatt.local.gateway;

import extrablatt.local.template.Cors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers preflight requests and marks answers, once an API is configured for CORS; else functions
 * do it themselves.
 */
record CorsPolicy(@Nullable Cors cors) {

  boolean answers(Request request) {
    return cors != null
        && request.method().equals("OPTIONS")
        && request.header("origin") != null
        && request.header("access-control-request-method") != null;
  }

  Response preflight(Request request) {
    var headers = new LinkedHashMap<String, List<String>>();
    var origin = allowed(request);
    if (cors != null && origin != null) {
      put(headers, "access-control-allow-origin", origin);
      put(headers, "access-control-allow-methods", String.join(",", cors.allowMethods()));
      put(headers, "access-control-allow-headers", String.join(",", cors.allowHeaders()));
      put(headers, "access-control-expose-headers", String.join(",", cors.exposeHeaders()));
      put(headers, "access-control-allow-credentials", cors.allowCredentials() ? "true" : "");
      var maxAge = cors.maxAge();
      put(headers, "access-control-max-age", maxAge == null ? "" : "" + maxAge.toSeconds());
    }
    return new Response(204, headers, new byte[0]);
  }

  /** API Gateway puts its own CORS headers in place of the function's. */
  Response marked(Request request, Response response) {
    if (cors == null) {
      return response;
    }
    var bare = response.without("access-control-");
    var origin = allowed(request);
    if (origin == null) {
      return bare;
    }
    var headers = new LinkedHashMap<>(bare.headers());
    put(headers, "access-control-allow-origin", origin);
    put(headers, "access-control-expose-headers", String.join(",", cors.exposeHeaders()));
    put(headers, "access-control-allow-credentials", cors.allowCredentials() ? "true" : "");
    return new Response(bare.status(), headers, bare.body());
  }

  private @Nullable String allowed(Request request) {
    var origin = request.header("origin");
    if (cors == null || origin == null) {
      return null;
    }
    if (cors.allowOrigins().contains("*")) {
      return "*";
    }
    return cors.allowOrigins().contains(origin) ? origin : null;
  }

  private static void put(Map<String, List<String>> headers, String name, String value) {
    if (!value.isEmpty()) {
      headers.put(name, List.of(value));
    }
  }
}
