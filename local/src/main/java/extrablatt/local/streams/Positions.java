package extrablatt.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.disk.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a function has come in each shard of a stream, kept in a file that is written after each
 * batch: what a kill lets come twice is one batch.
 */
final class Positions {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final String stream;
  private final boolean known;
  private final Map<String, Position> shards = new TreeMap<>();

  /**
   * A place in a shard.
   *
   * @param after the sequence number of the last record that is done with; null before the first
   * @param ended whether the shard is closed and done with
   */
  record Position(@Nullable String after, boolean ended) {}

  /** Reads what is kept of that stream; the stream of another table of the same name is another. */
  Positions(Path file, String stream) {
    this.file = file;
    this.stream = stream;
    var json = read(file);
    this.known = json.path("stream").asText().equals(stream);
    if (known) {
      json.path("shards").properties().forEach(it -> shards.put(it.getKey(), of(it.getValue())));
    }
  }

  /** Whether the stream was read before. */
  boolean areKnown() {
    return known;
  }

  /** Before the first record for a shard that is new. */
  Position of(String shard) {
    return shards.getOrDefault(shard, new Position(null, false));
  }

  void put(String shard, Position position) {
    shards.put(shard, position);
    write();
  }

  /** Forgets the shards that the stream no longer has. */
  void keepOnly(Collection<String> ids) {
    if (shards.keySet().retainAll(ids)) {
      write();
    }
  }

  private void write() {
    var json = JSON.createObjectNode().put("stream", stream);
    var all = json.putObject("shards");
    shards.forEach((id, position) ->
        all.putObject(id).put("after", position.after()).put("ended", position.ended()));
    DurableFiles.write(
        file, json.toPrettyString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Position of(JsonNode json) {
    return new Position(json.path("after").textValue(), json.path("ended").asBoolean());
  }

  private static JsonNode read(Path file) {
    try {
      return Files.exists(file) ? JSON.readTree(Files.readAllBytes(file)) : JSON.nullNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
