package extrablatt.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import extrablatt.local.template.Surroundings;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a request as the event of payload format 2.0; what has no value is left out, as API
 * Gateway does.
 */
final class EventJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String STAGE = "$default";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Found by trial on AWS: of application types only these are text; a missing type is binary. */
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/xml", "application/javascript");

  private EventJson() {}

  static byte[] of(
      Request request, RouteTable.Match match, Verdict.Admitted caller, String id, Instant now) {
    var event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", Encoded.path(request.path()));
    event.put("rawQueryString", request.query());
    putCookies(event, request);
    putAll(event, "headers", headers(request, now));
    putAll(event, "queryStringParameters", QueryParameters.of(request.query()));
    event.set("requestContext", context(request, match, caller, id, now));
    putAll(event, "pathParameters", match.parameters());
    putBody(event, request);
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings is always JSON", e);
    }
  }

  private static void putCookies(ObjectNode event, Request request) {
    var cookies = request.headers().get("cookie");
    if (cookies != null) {
      var array = event.putArray("cookies");
      cookies.stream()
          .flatMap(line -> Arrays.stream(line.split(";", -1)))
          .map(String::strip)
          .forEach(array::add);
    }
  }

  private static Map<String, String> headers(Request request, Instant now) {
    var headers = new TreeMap<String, String>();
    request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.remove("cookie");
    headers.putIfAbsent("content-length", String.valueOf(request.body().length));
    headers.putIfAbsent("x-amzn-trace-id", TraceId.at(now));
    headers.merge("x-forwarded-for", request.sourceIp(), (before, ip) -> before + ", " + ip);
    headers.put("x-forwarded-port", String.valueOf(request.port()));
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private static ObjectNode context(
      Request request, RouteTable.Match match, Verdict.Admitted caller, String id, Instant now) {
    var host = Objects.requireNonNullElse(request.header("host"), "localhost");
    var domain = host.replaceFirst(":\\d+$", "");
    var context = JSON.createObjectNode();
    context.put("accountId", Surroundings.ACCOUNT);
    context.put("apiId", "local");
    if (match.route().authorizer() != null) {
      context.putObject("authorizer").set("jwt", jwt(caller));
    }
    context.put("domainName", domain);
    context.put("domainPrefix", domain.split("\\.", 2)[0]);
    var http = context.putObject("http");
    http.put("method", request.method());
    http.put("path", Encoded.path(request.path()));
    http.put("protocol", request.protocol());
    http.put("sourceIp", request.sourceIp());
    http.put("userAgent", Objects.requireNonNullElse(request.header("user-agent"), ""));
    context.put("requestId", id);
    context.put("routeKey", match.route().key());
    context.put("stage", STAGE);
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
    return context;
  }

  private static ObjectNode jwt(Verdict.Admitted caller) {
    var jwt = JSON.createObjectNode();
    var claims = jwt.putObject("claims");
    caller.claims().forEach(claims::put);
    List<String> scopes = caller.scopes();
    if (scopes == null) {
      jwt.putNull("scopes");
    } else {
      var array = jwt.putArray("scopes");
      scopes.forEach(array::add);
    }
    return jwt;
  }

  private static void putAll(ObjectNode event, String name, Map<String, String> entries) {
    if (!entries.isEmpty()) {
      var object = event.putObject(name);
      entries.forEach(object::put);
    }
  }

  private static void putBody(ObjectNode event, Request request) {
    boolean binary =
        request.body().length > 0
            && !(isText(request.header("content-type")) && isUtf8(request.body()));
    if (request.body().length > 0) {
      event.put(
          "body",
          binary
              ? Base64.getEncoder().encodeToString(request.body())
              : new String(request.body(), StandardCharsets.UTF_8));
    }
    event.put("isBase64Encoded", binary);
  }

  /** What is not text after all goes as it is, so that no byte is lost on the way. */
  private static boolean isUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException broken) {
      return false;
    }
  }

  private static boolean isText(@org.jspecify.annotations.Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT_TYPES.contains(type);
  }
}
