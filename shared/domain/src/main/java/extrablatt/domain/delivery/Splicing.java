package extrablatt.domain.delivery;

import extrablatt.domain.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Adds to a rendered object what is known only when it is read, without parsing it. */
final class Splicing {
  private Splicing() {}

  static Bytes plain(Bytes gzip) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip.array()))) {
      return Bytes.of(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("a stored body is no gzip", broken);
    }
  }

  /** The object with an array as its last field; without elements it stays as it is. */
  static Bytes with(Bytes object, String field, List<Bytes> elements) {
    if (elements.isEmpty()) return object;
    var spliced = new ByteArrayOutputStream(object.length() * 2);
    spliced.write(object.array(), 0, object.length() - 1);
    write(spliced, ",\"" + field + "\":[");
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) write(spliced, ",");
      spliced.writeBytes(elements.get(i).array());
    }
    write(spliced, "]}");
    return Bytes.of(spliced.toByteArray());
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
