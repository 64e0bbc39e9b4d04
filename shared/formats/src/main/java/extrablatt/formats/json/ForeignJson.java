package extrablatt.formats.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.json.JsonValue.JsonArray;
import extrablatt.formats.json.JsonValue.JsonFlag;
import extrablatt.formats.json.JsonValue.JsonNull;
import extrablatt.formats.json.JsonValue.JsonNumber;
import extrablatt.formats.json.JsonValue.JsonObject;
import extrablatt.formats.json.JsonValue.JsonText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An object of another system's JSON. Names are found whatever their case: editions of one standard
 * differ in it. A value of another kind than is asked for counts as absent.
 */
public final class ForeignJson {
  /** One that says nothing. */
  public static final ForeignJson EMPTY = new ForeignJson(JsonObject.EMPTY);

  private static final JsonFactory PEEKING = new JsonFactory();

  private final Map<String, JsonValue> fields = new LinkedHashMap<>();
  private final Map<String, String> spelling = new LinkedHashMap<>();

  private ForeignJson(JsonObject object) {
    object
        .fields()
        .forEach((name, value) -> {
          var folded = name.toLowerCase(Locale.ROOT);
          if (value instanceof JsonNull || fields.containsKey(folded)) return;
          fields.put(folded, value);
          spelling.put(folded, name);
        });
  }

  /** What came of reading a text. */
  public sealed interface Read {
    /** It is an object. */
    record Document(ForeignJson object) implements Read {}

    /** It is none. */
    record Broken(Fault fault) implements Read {}
  }

  /** Reads an object; never throws for bad input. */
  public static Read read(Bytes json) {
    return switch (JsonParsing.parse(json)) {
      case Parsed.Understood(var object) -> new Read.Document(new ForeignJson(object));
      case Parsed.Broken(var fault) -> new Read.Broken(fault);
    };
  }

  /** The names of an object's fields as far as it can be read, in lower case. */
  public static Set<String> namesIn(byte[] json) {
    var names = new LinkedHashSet<String>();
    int from = json.length >= 3 && json[0] == (byte) 0xEF ? 3 : 0;
    try (var parser = PEEKING.createParser(json, from, json.length - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) return names;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        names.add(parser.currentName().toLowerCase(Locale.ROOT));
        parser.nextToken();
        parser.skipChildren();
      }
    } catch (IOException broken) {
      return names;
    }
    return names;
  }

  /** The names in lower case, in their order. */
  public Set<String> names() {
    return fields.keySet();
  }

  /** A name as the document spells it. */
  public String spelled(String name) {
    return spelling.getOrDefault(folded(name), name);
  }

  /** A text, a number as it was written, or a flag. */
  public @Nullable String text(String name) {
    return textOf(fields.get(folded(name)));
  }

  /** Whatever stands there: a text as it is, anything else as JSON; null where nothing does. */
  public @Nullable String asWritten(String name) {
    var value = fields.get(folded(name));
    return value == null ? null : shown(value);
  }

  /** Texts of an array, or the only one. */
  public List<String> texts(String name) {
    return values(name).stream().map(ForeignJson::textOf).filter(text -> text != null).toList();
  }

  /** An object. */
  public @Nullable ForeignJson object(String name) {
    return fields.get(folded(name)) instanceof JsonObject object ? new ForeignJson(object) : null;
  }

  /** The objects of an array, or the only one. */
  public List<ForeignJson> objects(String name) {
    return values(name).stream()
        .filter(JsonObject.class::isInstance)
        .map(object -> new ForeignJson((JsonObject) object))
        .toList();
  }

  /** The objects of each array in an array; an object alone is a row of one. */
  public List<List<ForeignJson>> rows(String name) {
    return values(name).stream()
        .map(row -> row instanceof JsonArray(var cells) ? cells : List.of(row))
        .map(cells ->
            cells.stream()
                .filter(JsonObject.class::isInstance)
                .map(cell -> new ForeignJson((JsonObject) cell))
                .toList())
        .toList();
  }

  /** Each value of an array, or the only one, as a text: what is no text is shown as JSON. */
  public List<String> shown(String name) {
    return values(name).stream().map(ForeignJson::shown).toList();
  }

  private List<JsonValue> values(String name) {
    var value = fields.get(folded(name));
    if (value == null) return List.of();
    return value instanceof JsonArray(var values) ? values : List.of(value);
  }

  private static @Nullable String textOf(@Nullable JsonValue value) {
    return switch (value) {
      case JsonText(var text) -> text;
      case JsonNumber(var literal) -> literal;
      case JsonFlag(var flag) -> Boolean.toString(flag);
      case null, default -> null;
    };
  }

  private static String shown(JsonValue value) {
    return value instanceof JsonText(var text) ? text : json(value);
  }

  /** The nesting depth is bounded by the parser. */
  private static String json(JsonValue value) {
    return switch (value) {
      case JsonText(var text) -> quoted(text);
      case JsonNumber(var literal) -> literal;
      case JsonFlag(var flag) -> Boolean.toString(flag);
      case JsonNull _ -> "null";
      case JsonArray(var values) ->
          values.stream().map(ForeignJson::json).collect(Collectors.joining(",", "[", "]"));
      case JsonObject object ->
          object.fields().entrySet().stream()
              .map(field -> quoted(field.getKey()) + ":" + json(field.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  private static String quoted(String text) {
    return '"'
        + new String(
            com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance().quoteAsString(text))
        + '"';
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
