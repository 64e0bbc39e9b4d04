package extrablatt.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import extrablatt.domain.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response as the gateway takes it, in payload format 2.0. */
final class ResponseJson {
  private final Map<String, String> headers = new LinkedHashMap<>();
  private int status;
  private String body = "";
  private boolean base64;

  private ResponseJson() {}

  static void write(Response response, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("statusCode", response.status());
    json.writeObjectFieldStart("headers");
    for (var header : response.headers().entrySet()) {
      json.writeStringField(header.getKey(), header.getValue());
    }
    json.writeEndObject();
    var bytes = response.body().array();
    json.writeFieldName("body");
    if (response.binary()) json.writeBinary(bytes);
    else json.writeUTF8String(bytes, 0, bytes.length);
    json.writeBooleanField("isBase64Encoded", response.binary());
    json.writeEndObject();
  }

  static Response read(InputStream in) throws IOException {
    var response = new ResponseJson();
    try (var json = Json.parser(in)) {
      Json.fields(json, response::field);
    }
    return new Response(response.status, response.headers, response.bytes(), response.base64);
  }

  private void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "statusCode" -> status = json.getIntValue();
      case "headers" -> Json.fields(json, (key, at) -> headers.put(key, at.getText()));
      case "body" -> body = json.getText();
      case "isBase64Encoded" -> base64 = json.currentToken() == JsonToken.VALUE_TRUE;
      default -> json.skipChildren();
    }
  }

  private Bytes bytes() {
    return base64 ? Bytes.of(Base64.getDecoder().decode(body)) : Bytes.utf8(body);
  }
}
