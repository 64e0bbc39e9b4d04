package extrablatt.local.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are there whole or not at all, also after the power failed. */
public final class DurableFiles {
  private static final String UNFINISHED = ".unfinished";

  private DurableFiles() {}

  /** Puts the bytes at the path, in place of what stood there. */
  public static void write(Path file, byte[] bytes) {
    var unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    try {
      try (var channel =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      move(unfinished, file);
      force(parentOf(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a crash left this file half written. */
  public static boolean isUnfinished(Path file) {
    return file.toString().endsWith(UNFINISHED);
  }

  /** Renames in one step, over what stood there. */
  public static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Brings a file's content, or a folder's list of names, to the disk. */
  public static void force(Path path) {
    if (!path.getFileSystem().equals(FileSystems.getDefault())) {
      return; // In memory nothing outlives the process anyway.
    }
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder, made with its parents if it is not there. */
  public static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path parentOf(Path file) {
    var parent = file.getParent();
    return parent == null ? file.resolveSibling(".") : parent;
  }
}
