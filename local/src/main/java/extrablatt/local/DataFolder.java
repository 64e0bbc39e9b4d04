package extrablatt.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder of data that one stack holds for itself; the system lets go of it even when the stack is
 * killed.
 */
final class DataFolder implements AutoCloseable {
  /** Thrown if another stack holds the folder. */
  static final class Taken extends RuntimeException {
    Taken(Path folder) {
      super(
          "another stack keeps its data in "
              + folder
              + "; choose another folder with --data, or use --memory");
    }
  }

  private final FileChannel file;

  private DataFolder(FileChannel file) {
    this.file = file;
  }

  /**
   * Takes a folder.
   *
   * @throws Taken if another stack holds it
   */
  static DataFolder hold(Path folder) throws IOException {
    Files.createDirectories(folder);
    var file =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(file) != null) return new DataFolder(file);
    file.close();
    throw new Taken(folder);
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException unimportant) {
      throw new UncheckedIOException(unimportant);
    }
  }
}
