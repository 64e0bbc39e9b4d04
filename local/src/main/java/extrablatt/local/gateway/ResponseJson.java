package extrablatt.local.gateway;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a function's answer: a response of payload format 2.0, or any JSON value, which is then the
 * body of a 200.
 */
final class ResponseJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private ResponseJson() {}

  /** Throws IOException for what is no answer. */
  static Response of(byte[] answer) throws IOException {
    var json = JSON.readTree(answer);
    if (json == null || json.isMissingNode()) {
      throw new IOException("the function answered nothing");
    }
    return json.has("statusCode") ? response(json) : bare(json);
  }

  private static Response bare(JsonNode json) {
    var text = json.isTextual() ? json.textValue() : json.toString();
    return new Response(
        200,
        Map.of("content-type", List.of("application/json")),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static Response response(JsonNode json) throws IOException {
    var headers = headers(json);
    var body = body(json);
    if (body.length > 0) {
      headers.putIfAbsent("content-type", List.of("text/plain;charset=UTF-8"));
    }
    return new Response(status(json.get("statusCode")), headers, body);
  }

  private static int status(JsonNode json) throws IOException {
    int status = json.isIntegralNumber() || json.isTextual() ? json.asInt(-1) : -1;
    if (status < 200 || status > 599) {
      throw new IOException("statusCode is " + json);
    }
    return status;
  }

  private static Map<String, List<String>> headers(JsonNode json) throws IOException {
    var headers = new LinkedHashMap<String, List<String>>();
    for (var header : fields(json.path("headers"))) {
      if (header.getValue().isContainerNode()) {
        throw new IOException("header " + header.getKey() + " is no string");
      }
      if (!header.getValue().isNull()) {
        headers
            .computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
            .add(header.getValue().asText());
      }
    }
    for (var cookie : json.path("cookies")) {
      headers.computeIfAbsent("set-cookie", _ -> new ArrayList<>()).add(cookie.asText());
    }
    return headers;
  }

  private static Iterable<Map.Entry<String, JsonNode>> fields(JsonNode json) throws IOException {
    if (json.isMissingNode() || json.isNull()) {
      return List.of();
    }
    if (!json.isObject()) {
      throw new IOException("headers are no object");
    }
    return json.properties();
  }

  private static byte[] body(JsonNode json) throws IOException {
    var body = json.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    if (!body.isTextual()) {
      throw new IOException("body is no string");
    }
    if (!json.path("isBase64Encoded").asBoolean(false)) {
      return body.textValue().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body.textValue());
    } catch (IllegalArgumentException e) {
      throw new IOException("body is not base64", e);
    }
  }
}
