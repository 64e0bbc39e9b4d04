package extrablatt.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of each file, one line of JSON each, in the order in which they ended. A run that was
 * broken off goes on where its report ends: what is in it with the same content is done.
 */
public final class ImportReport {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final Map<String, Line> lines = new LinkedHashMap<>();

  /** What is known of one file. */
  public record Line(
      String name,
      String sha256,
      String key,
      String outcome,
      @Nullable String receipt,
      @Nullable String problem) {}

  private ImportReport(Path file) {
    this.file = file;
  }

  /** The report in a file; a new one where there is none. A line that was cut off is left out. */
  public static ImportReport in(Path file) throws IOException {
    var report = new ImportReport(file);
    if (!Files.exists(file)) return report;
    for (var text : Files.readAllLines(file)) line(text).ifPresent(report::keep);
    return report;
  }

  private static Optional<Line> line(String text) {
    try {
      var json = JSON.readTree(text);
      if (json == null || !json.isObject()) return Optional.empty();
      return Optional.of(
          new Line(
              json.path("name").asText(),
              json.path("sha256").asText(),
              json.path("key").asText(),
              json.path("outcome").asText(),
              orNull(json.path("receipt")),
              orNull(json.path("problem"))));
    } catch (IOException cutOff) {
      return Optional.empty();
    }
  }

  private static @Nullable String orNull(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private void keep(Line line) {
    lines.put(line.key(), line);
  }

  /** What became of a file before, if it had the same content and an outcome of its own. */
  public synchronized Optional<Line> done(String key, String sha256) {
    return Optional.ofNullable(lines.get(key))
        .filter(line -> line.sha256().equals(sha256))
        .filter(line -> line.receipt() != null && !line.outcome().equals("failed"));
  }

  /** Writes a line; it is on the disk before this returns. */
  public synchronized void add(Line line) throws IOException {
    keep(line);
    var json = JSON.createObjectNode();
    json.put("name", line.name());
    json.put("sha256", line.sha256());
    json.put("key", line.key());
    json.put("outcome", line.outcome());
    if (line.receipt() != null) json.put("receipt", line.receipt());
    if (line.problem() != null) json.put("problem", line.problem());
    Files.writeString(
        file,
        json + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.SYNC);
  }
}
