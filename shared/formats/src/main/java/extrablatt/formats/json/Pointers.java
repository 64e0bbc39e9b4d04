package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.json.JsonValue.JsonArray;
import extrablatt.formats.json.JsonValue.JsonObject;
import extrablatt.formats.json.JsonValue.JsonText;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds texts in JSON by JSON Pointers (RFC 6901), and the other way round. */
public final class Pointers {
  private Pointers() {}

  /** The text that a pointer leads to, or the first one below it; null if there is none. */
  public static @Nullable String textAt(Bytes json, String pointer) {
    JsonValue value = parsed(json);
    if (!pointer.isEmpty()) {
      for (var token : pointer.substring(1).split("/", -1))
        value = below(value, token.replace("~1", "/").replace("~0", "~"));
    }
    return firstText(value);
  }

  /** Where the first text is that fits; null if none does. */
  public static @Nullable String pointerTo(Bytes json, Predicate<String> fits) {
    return pointerTo(parsed(json), "", fits);
  }

  private static @Nullable JsonValue parsed(Bytes json) {
    return JsonParsing.parse(json) instanceof Parsed.Understood<JsonObject>(var object)
        ? object
        : null;
  }

  private static @Nullable JsonValue below(@Nullable JsonValue value, String token) {
    if (value instanceof JsonObject(var fields)) return fields.get(token);
    if (!(value instanceof JsonArray(var values)) || !token.matches("\\d{1,6}")) return null;
    int index = Integer.parseInt(token);
    return index < values.size() ? values.get(index) : null;
  }

  private static @Nullable String firstText(@Nullable JsonValue value) {
    if (value instanceof JsonText(var text)) return text;
    var inside =
        switch (value) {
          case JsonObject(var fields) -> fields.values();
          case JsonArray(var values) -> values;
          case null, default -> List.<JsonValue>of();
        };
    for (var each : inside) {
      var text = firstText(each);
      if (text != null) return text;
    }
    return null;
  }

  private static @Nullable String pointerTo(
      @Nullable JsonValue value, String here, Predicate<String> fits) {
    if (value instanceof JsonText(var text)) return fits.test(text) ? here : null;
    if (value instanceof JsonObject(var fields)) {
      for (var field : fields.entrySet()) {
        var token = field.getKey().replace("~", "~0").replace("/", "~1");
        var found = pointerTo(field.getValue(), here + "/" + token, fits);
        if (found != null) return found;
      }
    }
    if (value instanceof JsonArray(var values)) {
      for (int i = 0; i < values.size(); i++) {
        var found = pointerTo(values.get(i), here + "/" + i, fits);
        if (found != null) return found;
      }
    }
    return null;
  }
}
