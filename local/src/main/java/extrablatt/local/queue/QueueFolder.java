package extrablatt.local.queue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.disk.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A queue's messages, a file each.
 *
 * <p>The name holds place, id and receive count, so that counting a receipt is a mere renaming.
 */
final class QueueFolder {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  QueueFolder(Path folder) {
    this.folder = DurableFiles.folder(folder);
  }

  /** Every message, in the order of places. */
  List<StoredMessage> readAll() {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> !DurableFiles.isUnfinished(file))
          .sorted()
          .map(QueueFolder::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(StoredMessage message) {
    var json = JSON.createObjectNode().put("sentAt", message.sentAt.toString());
    json.put("body", message.body);
    DurableFiles.write(
        fileOf(message, message.receiveCount), json.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A count lost in a crash only gives the message out once more. */
  void countedUp(StoredMessage message) {
    DurableFiles.move(
        fileOf(message, message.receiveCount - 1), fileOf(message, message.receiveCount));
  }

  void remove(StoredMessage message) {
    DurableFiles.delete(fileOf(message, message.receiveCount));
  }

  private Path fileOf(StoredMessage message, int receiveCount) {
    return folder.resolve("%016d_%s_%d".formatted(message.place, message.id, receiveCount));
  }

  private static StoredMessage read(Path file) {
    var parts = file.getFileName().toString().split("_", -1);
    try {
      var json = JSON.readTree(Files.readAllBytes(file));
      return new StoredMessage(
          parts[1],
          json.path("body").asText(),
          Instant.parse(json.path("sentAt").asText()),
          Long.parseLong(parts[0]),
          Integer.parseInt(parts[2]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
