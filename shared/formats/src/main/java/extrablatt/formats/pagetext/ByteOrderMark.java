package extrablatt.formats.pagetext;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The byte order marks; the longer ones stand before those that they begin with. */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8, "EFBBBF"),
  UTF_32LE(StandardCharsets.UTF_32LE, "FFFE0000"),
  UTF_32BE(StandardCharsets.UTF_32BE, "0000FEFF"),
  UTF_16LE(StandardCharsets.UTF_16LE, "FFFE"),
  UTF_16BE(StandardCharsets.UTF_16BE, "FEFF");

  private final Charset charset;
  private final String hex;

  ByteOrderMark(Charset charset, String hex) {
    this.charset = charset;
    this.hex = hex;
  }

  /** The mark that a document begins with. */
  static @Nullable ByteOrderMark of(byte[] document) {
    return Arrays.stream(values()).filter(mark -> mark.begins(document)).findFirst().orElse(null);
  }

  Charset charset() {
    return charset;
  }

  /** How many bytes it has. */
  int length() {
    return hex.length() / 2;
  }

  private boolean begins(byte[] document) {
    var mark = HexFormat.of().parseHex(hex);
    return document.length >= mark.length
        && Arrays.equals(document, 0, mark.length, mark, 0, mark.length);
  }
}
