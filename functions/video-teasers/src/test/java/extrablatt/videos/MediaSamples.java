package extrablatt.videos;

import extrablatt.domain.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The probe's own sample files. */
final class MediaSamples {
  private static final Path FOLDER =
      Path.of("../../shared/media/src/test/resources/extrablatt/media");

  private MediaSamples() {}

  static Bytes named(String name) {
    try {
      return Bytes.of(Files.readAllBytes(FOLDER.resolve(name)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
