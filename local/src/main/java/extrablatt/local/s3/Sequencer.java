package extrablatt.local.s3;

import extrablatt.local.disk.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Numbers that only grow, over restarts and crashes too, without trust in any clock. */
final class Sequencer {
  /** Reserving many numbers at once costs one write; a crash only skips some of them. */
  private static final long RESERVED_AT_ONCE = 1 << 16;

  private final Path file;
  private long last;
  private long reserved;

  Sequencer(Path file) {
    this.file = file;
    this.last = read(file);
    this.reserved = last;
  }

  /** 18 hexadecimal digits, so that their order as text is their order as numbers. */
  synchronized String next() {
    if (last == reserved) {
      var wanted = reserved + RESERVED_AT_ONCE;
      DurableFiles.write(file, Long.toString(wanted).getBytes(StandardCharsets.US_ASCII));
      reserved = wanted;
    }
    return "%018X".formatted(++last);
  }

  private static long read(Path file) {
    try {
      return Files.exists(file) ? Long.parseLong(Files.readString(file).trim()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
