package extrablatt.http;

import extrablatt.domain.Bytes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of a route.
 *
 * @param routeKey the route as the template names it, such as {@code GET /articles/{idOrSlug}}
 * @param rawQuery the query as it was sent, without the question mark
 * @param headers by names in lower case
 * @param pathParameters decoded, as the gateway hands them over
 * @param id the gateway's id of this call
 * @param claims absent where the route has no authorizer
 */
public record Request(
    String method,
    String routeKey,
    String path,
    String rawQuery,
    Map<String, String> headers,
    Map<String, String> pathParameters,
    Bytes body,
    String id,
    @Nullable Claims claims) {
  public Request {
    headers = Map.copyOf(headers);
    pathParameters = Map.copyOf(pathParameters);
  }

  /** A call without query, headers or body. */
  public static Request of(String routeKey, String path) {
    var method = routeKey.substring(0, routeKey.indexOf(' '));
    return new Request(
        method, routeKey, path, "", Map.of(), Map.of(), Bytes.of(new byte[0]), "none", null);
  }

  /** The value of a header, whose name is given in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A part of the path, which the route names. */
  public String pathParameter(String name) {
    var value = pathParameters.get(name);
    if (value == null) throw new IllegalArgumentException(routeKey + " has no {" + name + "}");
    return value;
  }

  /** The same with that query. */
  public Request withQuery(String query) {
    return new Request(method, routeKey, path, query, headers, pathParameters, body, id, claims);
  }

  /** The same with one more header. */
  public Request withHeader(String name, String value) {
    return new Request(
        method,
        routeKey,
        path,
        rawQuery,
        plus(headers, name.toLowerCase(Locale.ROOT), value),
        pathParameters,
        body,
        id,
        claims);
  }

  /** The same with one more part of the path. */
  public Request withPathParameter(String name, String value) {
    return new Request(
        method,
        routeKey,
        path,
        rawQuery,
        headers,
        plus(pathParameters, name, value),
        body,
        id,
        claims);
  }

  /** The same with that body. */
  public Request withBody(Bytes newBody) {
    return new Request(
        method, routeKey, path, rawQuery, headers, pathParameters, newBody, id, claims);
  }

  /** The same by a caller with those claims. */
  public Request as(Claims newClaims) {
    return new Request(
        method, routeKey, path, rawQuery, headers, pathParameters, body, id, newClaims);
  }

  private static Map<String, String> plus(Map<String, String> map, String name, String value) {
    var more = new HashMap<>(map);
    more.put(name, value);
    return more;
  }
}
