package extrablatt.formats.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parsed JSON text. */
sealed interface JsonValue {
  /** Fields by name, in the order in which they came. */
  record JsonObject(Map<String, JsonValue> fields) implements JsonValue {
    static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The same without a field. */
    JsonObject without(String name) {
      var others = new LinkedHashMap<>(fields);
      others.remove(name);
      return new JsonObject(others);
    }
  }

  /** Values one after the other. */
  record JsonArray(List<JsonValue> values) implements JsonValue {
    public JsonArray {
      values = List.copyOf(values);
    }
  }

  /** A text. */
  record JsonText(String text) implements JsonValue {}

  /** A number as it was written. */
  record JsonNumber(String literal) implements JsonValue {}

  /** True or false. */
  record JsonFlag(boolean value) implements JsonValue {}

  /** Nothing. */
  record JsonNull() implements JsonValue {}
}
