package extrablatt.formats.pagetext;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** How far a charset's strict decoder came: to the end, or to the first wrong byte. */
record Decoding(String text, boolean isWhole) {
  static Decoding of(byte[] bytes, int offset, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
    var out = CharBuffer.allocate((int) (in.remaining() * decoder.maxCharsPerByte()) + 1);
    boolean isWhole = !decoder.decode(in, out, true).isError();
    return new Decoding(out.flip().toString(), isWhole);
  }

  /** The line in which the text ends, counted from one. */
  int lastLine() {
    return lines().length;
  }

  /** The column after the text's last character, counted from one. */
  int lastColumn() {
    var last = lines()[lastLine() - 1];
    return last.codePointCount(0, last.length()) + 1;
  }

  private String[] lines() {
    return text.split("\r\n|\r|\n", -1);
  }
}
