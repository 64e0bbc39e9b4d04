package extrablatt.formats.json;

import extrablatt.formats.json.JsonValue.JsonNull;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** JSON Merge Patch (RFC 7396). */
final class MergePatch {
  private MergePatch() {}

  /** The target with the patch applied: objects are merged, null removes, all else replaces. */
  static JsonObject apply(JsonObject target, JsonObject patch) {
    var merged = new LinkedHashMap<>(target.fields());
    patch.fields().forEach((name, value) -> apply(merged, name, value));
    return new JsonObject(merged);
  }

  /** What a patch removes from the object itself has to be a known field, too. */
  static void refuseUnknownRemovals(
      JsonObject patch, Consumer<ObjectReader> reading, Findings findings) {
    var removed = new LinkedHashMap<>(patch.fields());
    removed.values().removeIf(value -> !(value instanceof JsonNull));
    var object = ValueReader.ofForeign(new Findings()).object(new JsonObject(removed), "");
    reading.accept(object);
    for (var place : object.unknown()) findings.add(place, "is not a known field");
  }

  private static void apply(Map<String, JsonValue> target, String name, JsonValue value) {
    switch (value) {
      case JsonNull() -> target.remove(name);
      case JsonObject patch -> {
        var old = target.get(name) instanceof JsonObject object ? object : JsonObject.EMPTY;
        target.put(name, apply(old, patch));
      }
      case JsonValue other -> target.put(name, other);
    }
  }
}
