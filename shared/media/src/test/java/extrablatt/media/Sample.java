package extrablatt.media;

import extrablatt.domain.Bytes;
import extrablatt.domain.media.RangedBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A file in memory that counts what is read of it; and the sample files among the resources. */
final class Sample implements RangedBytes {
  /** Every sample file. */
  static final List<String> NAMES =
      List.of(
          "first.mp4",
          "last.mp4",
          "fragmented.mp4",
          "indexed.mp4",
          "rotated.mp4",
          "film.mov",
          "sound.m4a",
          "hevc.mp4",
          "av1.mp4",
          "film.webm",
          "live.webm",
          "film.mkv",
          "wide.jpg",
          "turned3.jpg",
          "turned6.jpg",
          "turned8.jpg",
          "cmyk.jpg",
          "alpha.png",
          "gray.png",
          "lossy.webp",
          "lossless.webp",
          "alpha.webp",
          "picture.avif");

  private final byte[] bytes;
  private long bytesRead;
  private int readings;

  private Sample(byte[] bytes) {
    this.bytes = bytes;
  }

  static Sample of(byte[] bytes) {
    return new Sample(bytes);
  }

  static Sample of(String text) {
    return new Sample(text.getBytes(StandardCharsets.UTF_8));
  }

  static Sample named(String name) {
    return new Sample(bytesOf(name));
  }

  static byte[] bytesOf(String name) {
    try (var file = Sample.class.getResourceAsStream(name)) {
      if (file == null) throw new IllegalArgumentException("no sample " + name);
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public Bytes read(long offset, int length) {
    int end = (int) Math.min(bytes.length, offset + length);
    bytesRead += end - offset;
    readings++;
    return Bytes.of(Arrays.copyOfRange(bytes, (int) offset, end));
  }

  long bytesRead() {
    return bytesRead;
  }

  int readings() {
    return readings;
  }
}
