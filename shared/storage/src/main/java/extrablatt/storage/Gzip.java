package extrablatt.storage;

import extrablatt.domain.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The compressed form in which bodies are kept. */
final class Gzip {
  private Gzip() {}

  static Bytes compressed(Bytes plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain.array());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Bytes.of(out.toByteArray());
  }

  static Bytes plain(Bytes compressed) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed.array()))) {
      return Bytes.of(gzip.readAllBytes());
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
