package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Ulids;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.util.Optional;

/** The message by which a socket says of which liveblog it wants to hear. */
public final class SubscribeJson {
  private SubscribeJson() {}

  /** The liveblog of {@code {"action": "subscribe", "liveblogId": "…"}}; empty if it names none. */
  public static Optional<LiveblogId> liveblog(String message) {
    if (!(JsonParsing.parse(Bytes.utf8(message))
        instanceof Parsed.Understood<JsonObject>(var object))) return Optional.empty();
    var reader = ValueReader.ofForeign(new Findings()).object(object, "");
    return Optional.ofNullable(reader.exactText("liveblogId"))
        .filter(Ulids::isUlid)
        .map(LiveblogId::new);
  }
}
