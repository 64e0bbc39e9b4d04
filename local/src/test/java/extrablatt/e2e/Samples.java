package extrablatt.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import extrablatt.runtime.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample events of {@code events/}, and what functions make of them. */
final class Samples {
  static final Path FOLDER = Path.of("../events");
  static final String LIVEBLOG = "01KA6Q4C1V3X5Z7B9D2F4H6K8M";

  private Samples() {}

  static ObjectNode event(String name) throws IOException {
    return Articles.read(Files.readString(FOLDER.resolve(name)));
  }

  /** The event for that liveblog instead of the sample's own. */
  static byte[] of(ObjectNode event, Liveblogs liveblog) {
    return event.toString().replace(LIVEBLOG, liveblog.id()).getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bytes(JsonNode event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What the function answered. */
  static JsonNode answer(Outcome outcome) {
    if (outcome instanceof Outcome.Answered(String answer)) return Articles.read(answer);
    throw new AssertionError("no answer: " + outcome);
  }
}
