package extrablatt.formats.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.formats.json.JsonValue.JsonArray;
import extrablatt.formats.json.JsonValue.JsonFlag;
import extrablatt.formats.json.JsonValue.JsonNull;
import extrablatt.formats.json.JsonValue.JsonNumber;
import extrablatt.formats.json.JsonValue.JsonObject;
import extrablatt.formats.json.JsonValue.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.BiFunction;

/** Parses JSON texts strictly: UTF-8, one value, no name twice, not too deep. */
final class JsonParsing {
  /** What came of it. */
  sealed interface Parsed<T extends JsonValue> {
    /** The text is what was asked for. */
    record Understood<T extends JsonValue>(T value) implements Parsed<T> {}

    /** The text is no JSON, or not what was asked for. */
    record Broken<T extends JsonValue>(Fault fault) implements Parsed<T> {}
  }

  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 100;

  /** More than any article needs, and few enough to hold as a tree. */
  private static final long MOST_TOKENS = 1_000_000;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxTokenCount(MOST_TOKENS)
                  .build())
          .build();

  private JsonParsing() {}

  /** A text that is an object. */
  static Parsed<JsonObject> parse(Bytes json) {
    return parse(
        json,
        (value, start) ->
            value instanceof JsonObject object
                ? new Parsed.Understood<>(object)
                : broken(start, "must be a JSON object"));
  }

  /** A text that is an object or an array. */
  static Parsed<JsonValue> parseOneOrMany(Bytes json) {
    return parse(
        json,
        (value, start) ->
            value instanceof JsonObject || value instanceof JsonArray
                ? new Parsed.Understood<>(value)
                : broken(start, "must be a JSON object or an array of objects"));
  }

  private static <T extends JsonValue> Parsed<T> parse(
      Bytes json, BiFunction<JsonValue, JsonLocation, Parsed<T>> wanted) {
    var bytes = ByteBuffer.wrap(json.array());
    var chars = CharBuffer.allocate(json.length() + 1);
    var decoding = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
    chars.flip();
    var text = withoutByteOrderMark(chars.toString());
    if (decoding.isError()) return broken(endOf(text), "is not valid UTF-8 from here on");
    return parse(text, wanted);
  }

  private static <T extends JsonValue> Parsed<T> parse(
      String text, BiFunction<JsonValue, JsonLocation, Parsed<T>> wanted) {
    try (var parser = FACTORY.createParser(text)) {
      return parse(parser, wanted);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static <T extends JsonValue> Parsed<T> parse(
      JsonParser parser, BiFunction<JsonValue, JsonLocation, Parsed<T>> wanted) throws IOException {
    try {
      if (parser.nextToken() == null) return broken(parser.currentLocation(), "the text is empty");
      var start = parser.currentTokenLocation();
      var value = value(parser);
      if (parser.nextToken() != null) {
        return broken(parser.currentTokenLocation(), "nothing may follow the object");
      }
      return wanted.apply(value, start);
    } catch (JsonProcessingException malformed) {
      var location = malformed.getLocation();
      return broken(
          location == null ? parser.currentLocation() : location,
          firstLine(malformed.getOriginalMessage()));
    }
  }

  /** The nesting depth is bounded by the parser. */
  private static JsonValue value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new JsonText(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
      case VALUE_TRUE -> new JsonFlag(true);
      case VALUE_FALSE -> new JsonFlag(false);
      case VALUE_NULL -> new JsonNull();
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + parser.currentToken());
    };
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    var fields = new LinkedHashMap<String, JsonValue>();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return new JsonObject(fields);
  }

  private static JsonArray array(JsonParser parser) throws IOException {
    var values = new ArrayList<JsonValue>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return new JsonArray(values);
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static JsonLocation endOf(String text) {
    int lastLine = text.lastIndexOf('\n') + 1;
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    return new JsonLocation(null, text.length(), line, text.length() - lastLine + 1);
  }

  private static <T extends JsonValue> Parsed<T> broken(JsonLocation location, String detail) {
    int line = Math.max(1, location.getLineNr());
    int column = Math.max(1, location.getColumnNr());
    return new Parsed.Broken<>(Fault.at(line, column, PlainText.shortened(detail, 200)));
  }

  /** Without what the parser says of itself: where things begin stands in the fault's place. */
  private static String firstLine(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("is not JSON")
        .replaceFirst(" \\((start marker at|for ).*$", "");
  }
}
