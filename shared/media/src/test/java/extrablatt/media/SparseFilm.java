package extrablatt.media;

import extrablatt.domain.Bytes;
import extrablatt.domain.media.RangedBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A film of any length of which only the boxes around its pictures are there: those are zeros. It
 * counts what is read of it.
 */
final class SparseFilm implements RangedBytes {
  private record Run(long from, Bytes bytes) {}

  private final List<Run> runs = new ArrayList<>();
  private final long size;
  private long bytesRead;
  private int readings;

  private SparseFilm(byte[] before, long zeros, byte[] after) {
    runs.add(new Run(0, Bytes.of(before)));
    runs.add(new Run(before.length + zeros, Bytes.of(after)));
    size = before.length + zeros + after.length;
  }

  /** The boxes of a real film, its pictures replaced by so many zeros. */
  static SparseFilm of(byte[] film, long zeros) {
    var before = new ByteArrayOutputStream();
    var after = new ByteArrayOutputStream();
    var target = before;
    for (int at = 0; at < film.length; ) {
      int length = ByteBuffer.wrap(film).getInt(at);
      var type = new String(film, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (type.equals("mdat")) {
        before.writeBytes(longHeader(zeros));
        target = after;
      } else target.write(film, at, length);
      at += length;
    }
    return new SparseFilm(before.toByteArray(), zeros, after.toByteArray());
  }

  /** A box of 64-bit length. */
  private static byte[] longHeader(long zeros) {
    return ByteBuffer.allocate(16)
        .putInt(1)
        .put("mdat".getBytes(StandardCharsets.ISO_8859_1))
        .putLong(16 + zeros)
        .array();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Bytes read(long offset, int length) {
    bytesRead += length;
    readings++;
    var read = new byte[length];
    for (var run : runs) {
      for (int i = 0; i < run.bytes().length(); i++) {
        long at = run.from() + i - offset;
        if (at >= 0 && at < length) read[(int) at] = run.bytes().array()[i];
      }
    }
    return Bytes.of(read);
  }

  long bytesRead() {
    return bytesRead;
  }

  int readings() {
    return readings;
  }
}
