package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.util.function.Function;

/** Reads what we wrote ourselves: a fault in it is ours. */
final class StoredReading {
  private StoredReading() {}

  static <T> T read(Bytes stored, Function<ObjectReader, T> fields) {
    var findings = new Findings();
    var values = ValueReader.ofStored(findings);
    var content = fields.apply(values.object(object(stored), ""));
    if (findings.isEmpty()) return content;
    throw new IllegalStateException("cannot read what was stored: " + findings.faults());
  }

  static JsonObject object(Bytes stored) {
    return switch (JsonParsing.parse(stored)) {
      case Parsed.Understood(var object) -> object;
      case Parsed.Broken(var fault) ->
          throw new IllegalStateException("cannot read what was stored: " + fault);
    };
  }
}
