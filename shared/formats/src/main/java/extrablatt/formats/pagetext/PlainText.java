package extrablatt.formats.pagetext;

import extrablatt.domain.Fault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What the bytes of a document say: by byte order mark, else UTF-8 if valid, else windows-1252. */
sealed interface PlainText {
  /** The text without its byte order mark and without control characters. */
  record Decoded(String text) implements PlainText {}

  /** The bytes are not what their byte order mark says. */
  record Broken(Fault fault) implements PlainText {}

  /** The bytes are no text at all. */
  record Binary(String detail) implements PlainText {}

  static PlainText of(byte[] bytes) {
    var known = KnownBinary.in(bytes);
    if (known != null) return new Binary("The document is %s, not plain text.".formatted(known));
    var mark = ByteOrderMark.of(bytes);
    if (mark == null) return checked(unmarked(bytes));
    var decoding = Decoding.of(bytes, mark.length(), mark.charset());
    return decoding.isWhole() ? checked(decoding.text()) : new Broken(fault(decoding, mark));
  }

  private static String unmarked(byte[] bytes) {
    var decoding = Decoding.of(bytes, 0, StandardCharsets.UTF_8);
    return decoding.isWhole()
        ? decoding.text()
        : new String(bytes, Charset.forName("windows-1252"));
  }

  private static PlainText checked(String text) {
    return ControlCharacters.areTooMany(text)
        ? new Binary("The document holds binary data, not plain text.")
        : new Decoded(ControlCharacters.removed(text));
  }

  private static Fault fault(Decoding decoding, ByteOrderMark mark) {
    return Fault.at(
        decoding.lastLine(),
        decoding.lastColumn(),
        "The byte order mark says %s, but the bytes from here on are not. Save the text as UTF-8."
            .formatted(mark.charset().name()));
  }
}
