package extrablatt.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import extrablatt.domain.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** JSON read and written as a stream, without a tree and without mapping. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes one value. */
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /** Reads the value of one field, at whose first token the parser stands. */
  interface FieldReading {
    void of(String field, JsonParser json) throws IOException;
  }

  static void write(OutputStream out, Writing writing) throws IOException {
    try (var json = FACTORY.createGenerator(out)) {
      writing.to(json);
    }
  }

  static Bytes bytes(Writing writing) {
    var out = new ByteArrayOutputStream();
    try {
      write(out, writing);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory never fails", impossible);
    }
    return Bytes.of(out.toByteArray());
  }

  static JsonParser parser(InputStream in) throws IOException {
    var json = FACTORY.createParser(in);
    json.nextToken();
    return json;
  }

  /** Reads the object at which the parser stands; anything else counts as an empty one. */
  static void fields(JsonParser json, FieldReading reading) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var field = json.currentName();
      json.nextToken();
      reading.of(field, json);
    }
  }
}
