package extrablatt.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import extrablatt.domain.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request from the event of an HTTP API, payload format 2.0
 * (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 */
final class RequestJson {
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, String> pathParameters = new HashMap<>();
  private String method = "";
  private String routeKey = "";
  private String path = "";
  private String query = "";
  private String body = "";
  private boolean base64;
  private String id = "unknown";
  private @Nullable Claims claims;

  private RequestJson() {}

  static Request read(InputStream in) throws IOException {
    var event = new RequestJson();
    try (var json = Json.parser(in)) {
      Json.fields(json, event::field);
    }
    return event.request();
  }

  private void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "routeKey" -> routeKey = json.getText();
      case "rawPath" -> path = json.getText();
      case "rawQueryString" -> query = text(json);
      case "headers" -> Json.fields(json, this::header);
      case "pathParameters" -> Json.fields(json, (key, at) -> pathParameters.put(key, text(at)));
      case "requestContext" -> Json.fields(json, this::context);
      case "body" -> body = text(json);
      case "isBase64Encoded" -> base64 = json.currentToken() == JsonToken.VALUE_TRUE;
      default -> json.skipChildren();
    }
  }

  private void header(String name, JsonParser json) throws IOException {
    var value = text(json);
    headers.merge(name.toLowerCase(Locale.ROOT), value, (first, next) -> first + "," + next);
  }

  private void context(String name, JsonParser json) throws IOException {
    switch (name) {
      case "requestId" -> id = json.getText();
      case "http" -> Json.fields(json, this::http);
      case "authorizer" -> Json.fields(json, this::authorizer);
      default -> json.skipChildren();
    }
  }

  private void http(String name, JsonParser json) throws IOException {
    if (name.equals("method")) method = json.getText();
    else json.skipChildren();
  }

  private void authorizer(String name, JsonParser json) throws IOException {
    if (name.equals("jwt")) Json.fields(json, this::jwt);
    else json.skipChildren();
  }

  private void jwt(String name, JsonParser json) throws IOException {
    if (!name.equals("claims") || json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    var values = new HashMap<String, String>();
    Json.fields(json, (claim, at) -> values.put(claim, text(at)));
    claims = Claims.of(values);
  }

  /** A string, number or truth value as text; null and everything else is empty. */
  private static String text(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) return "";
    if (json.currentToken().isScalarValue()) return json.getText();
    json.skipChildren();
    return "";
  }

  private Request request() throws IOException {
    if (routeKey.isEmpty() || method.isEmpty())
      throw new IOException("not an event of payload format 2.0");
    return new Request(method, routeKey, path, query, headers, pathParameters, bytes(), id, claims);
  }

  private Bytes bytes() {
    return base64 ? Bytes.of(Base64.getDecoder().decode(body)) : Bytes.utf8(body);
  }
}
