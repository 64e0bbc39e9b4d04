package extrablatt.http;

import extrablatt.domain.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compression with gzip. */
public final class Gzip {
  private Gzip() {}

  /** The bytes, compressed. */
  public static Bytes compressed(Bytes bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes.array());
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory never fails", impossible);
    }
    return Bytes.of(out.toByteArray());
  }

  /** What was compressed. */
  public static Bytes decompressed(Bytes gzip) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip.array()))) {
      return Bytes.of(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("what is stored is not gzip", broken);
    }
  }
}
