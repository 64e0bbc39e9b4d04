package extrablatt.media;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.media.MediaFacts.Picture;
import extrablatt.domain.media.Probing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Files that somebody has made to break whoever reads them. */
class HostileMediaTest {
  private static final MediaProbe PROBE = new MediaProbe();

  @Test
  void aMillionTinyBoxesAreNotWalkedThrough() {
    var film = ByteBuffer.allocate(24 + 8 * 1_000_000);
    film.putInt(24).put(name("ftyp")).put(name("isom")).putInt(0).put(name("isom")).putInt(0);
    while (film.hasRemaining()) film.putInt(8).put(name("free"));

    assertRefused(film.array());
  }

  @Test
  void boxesOfNoLengthOrAllLengthEndTheWalk() {
    assertRefused(box("ftyp", 4).array());
    assertRefused(ByteBuffer.allocate(32).putInt(7).put(name("moov")).array());
    assertRefused(
        ByteBuffer.allocate(32).putInt(1).put(name("moov")).putLong(Long.MAX_VALUE).array());
    assertRefused(ByteBuffer.allocate(32).putInt(1).put(name("moov")).putLong(-1).array());
    assertRefused(ByteBuffer.allocate(32).putInt(0).put(name("moov")).array());
  }

  @Test
  void elementsOfAllLengthsEndTheWalk() {
    var header = new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
    for (int first = 0; first < 256; first++) {
      var file = ByteBuffer.allocate(64).put(header).put((byte) first);
      while (file.hasRemaining()) file.put((byte) 0xff);

      assertRefused(file.array());
    }
  }

  @Test
  void aPictureThatInflatesToGigabytesIsNotDecoded() {
    var bomb = png(50_000, 50_000);

    var probing = PROBE.probe(Sample.of(bomb), "bomb.png");

    assertThat(probing)
        .isInstanceOfSatisfying(
            Probing.Probed.class,
            probed -> {
              var scaling = new JpegScaler().scale(Sample.of(bomb), (Picture) probed.facts());
              assertThat(scaling.pictures()).isEmpty();
              assertThat(scaling.warnings()).singleElement().asString().contains("pixels");
            });
  }

  private static void assertRefused(byte[] file) {
    var sample = Sample.of(file);

    assertThat(PROBE.probe(sample, "film.mp4")).isInstanceOf(Probing.Refused.class);

    assertThat(sample.bytesRead()).isLessThanOrEqualTo(Window.MOST_BYTES);
  }

  private static ByteBuffer box(String type, int length) {
    return ByteBuffer.allocate(Math.max(16, length)).putInt(length).put(name(type));
  }

  private static byte[] name(String type) {
    return type.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A picture of which there are only a few rows. */
  private static byte[] png(int width, int height) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    var header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.array());
    var rows = new ByteArrayOutputStream();
    try (var deflated = new DeflaterOutputStream(rows)) {
      deflated.write(new byte[width * 3]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    chunk(out, "IDAT", rows.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    var crc = new CRC32();
    crc.update(name(type));
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name(type));
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
