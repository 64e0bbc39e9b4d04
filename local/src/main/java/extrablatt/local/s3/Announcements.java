package extrablatt.local.s3;

import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.disk.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells the listener of written objects, each at least once: a note on the disk stands from before
 * an object can be seen until the listener has heard of it.
 */
final class Announcements {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final Consumer<ObjectCreated> listener;

  Announcements(Path folder, Consumer<ObjectCreated> listener) {
    this.folder = DurableFiles.folder(folder);
    this.listener = listener;
  }

  void note(ObjectCreated event) {
    DurableFiles.write(noteOf(event), json(event).getBytes(StandardCharsets.UTF_8));
  }

  void announce(ObjectCreated event) {
    listener.accept(event);
    withdraw(event);
  }

  /** Drops the note of a write that did not come about. */
  void withdraw(ObjectCreated event) {
    DurableFiles.delete(noteOf(event));
  }

  /** What a crash may have kept from the listener, in the order of the writes. */
  List<ObjectCreated> unfinished() {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> !DurableFiles.isUnfinished(file))
          .sorted()
          .map(Announcements::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path noteOf(ObjectCreated event) {
    return folder.resolve(event.sequencer());
  }

  private static String json(ObjectCreated event) {
    return JSON.createObjectNode()
        .put("bucket", event.bucket())
        .put("key", event.key())
        .put("versionId", event.versionId())
        .put("sequencer", event.sequencer())
        .put("size", event.size())
        .put("eTag", event.eTag())
        .put("eventTime", event.eventTime().toString())
        .put("eventName", event.eventName())
        .toString();
  }

  private static ObjectCreated read(Path note) {
    try {
      var json = JSON.readTree(Files.readAllBytes(note));
      return new ObjectCreated(
          json.path("bucket").asText(),
          json.path("key").asText(),
          json.path("versionId").asText(),
          json.path("sequencer").asText(),
          json.path("size").asLong(),
          json.path("eTag").asText(),
          Instant.parse(json.path("eventTime").asText()),
          json.path("eventName").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
