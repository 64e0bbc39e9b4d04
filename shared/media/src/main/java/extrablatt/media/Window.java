package extrablatt.media;

import extrablatt.domain.media.RangedBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A look at a file through few and small readings, of which none is done twice. Numbers are
 * big-endian and unsigned unless a name says otherwise.
 */
final class Window {
  /** How many bytes of one film are read at the most: an honest one needs some 20,000. */
  static final int MOST_BYTES = 4 << 20;

  private static final int MOST_READINGS = 512;
  private static final int CHUNK = 8 << 10;

  private final RangedBytes file;
  private final int mostBytes;
  private final TreeMap<Long, byte[]> chunks = new TreeMap<>();
  private int readings;
  private long bytesRead;

  Window(RangedBytes file) {
    this(file, MOST_BYTES);
  }

  Window(RangedBytes file, int mostBytes) {
    this.file = file;
    this.mostBytes = mostBytes;
  }

  long size() {
    return file.size();
  }

  int u8(long at) {
    return bytes(at, 1)[0] & 0xff;
  }

  int u16(long at) {
    var b = bytes(at, 2);
    return (b[0] & 0xff) << 8 | (b[1] & 0xff);
  }

  int u16LittleEndian(long at) {
    return Short.toUnsignedInt(Short.reverseBytes((short) u16(at)));
  }

  int u24LittleEndian(long at) {
    return u16LittleEndian(at) | u8(at + 2) << 16;
  }

  long u32(long at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  long u32LittleEndian(long at) {
    return u16LittleEndian(at) | (long) u16LittleEndian(at + 2) << 16;
  }

  /** A number that no honest file has beyond 63 bits. */
  long u63(long at) {
    long number = u32(at) << 32 | u32(at + 4);
    if (number < 0) throw Unfit.malformed("The number at byte %d is out of range.", at);
    return number;
  }

  /** The same; all ones, or beyond 63 bits, stand for what is not known: it counts as nothing. */
  long u63OrUnknown(long at) {
    return Math.max(0, u32(at) << 32 | u32(at + 4));
  }

  int s32(long at) {
    return (int) u32(at);
  }

  /** Four characters, as formats are named by. */
  String name(long at) {
    return new String(bytes(at, 4), StandardCharsets.ISO_8859_1);
  }

  boolean startsWith(long at, int... values) {
    if (at + values.length > size()) return false;
    for (int i = 0; i < values.length; i++) {
      if (u8(at + i) != values[i]) return false;
    }
    return true;
  }

  /** So many bytes, all of which must be there. */
  byte[] bytes(long at, int length) {
    if (at < 0 || length < 0 || at > size() - length)
      throw Unfit.malformed("The file is cut off: it ends at byte %d, amid its data.", size());
    Map.Entry<Long, byte[]> chunk = chunks.floorEntry(at);
    if (chunk == null || chunk.getKey() + chunk.getValue().length < at + length)
      chunk = Map.entry(at, read(at, length));
    int from = Math.toIntExact(at - chunk.getKey());
    return Arrays.copyOfRange(chunk.getValue(), from, from + length);
  }

  private byte[] read(long at, int length) {
    int wanted = (int) Math.min(Math.max(length, CHUNK), size() - at);
    bytesRead += wanted;
    readings++;
    if (bytesRead > mostBytes || readings > MOST_READINGS)
      throw Unfit.tooLarge(
          "What describes the file is scattered over more than is read of it (%d bytes).",
          mostBytes);
    var bytes = file.read(at, wanted).array();
    if (bytes.length < length)
      throw Unfit.malformed("The file is cut off: it ends before byte %d.", at + length);
    chunks.put(at, bytes);
    return bytes;
  }
}
