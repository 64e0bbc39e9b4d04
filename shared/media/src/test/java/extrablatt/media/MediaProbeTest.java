package extrablatt.media;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.media.MediaFacts;
import extrablatt.domain.media.MediaFacts.Film;
import extrablatt.domain.media.MediaFacts.Picture;
import extrablatt.domain.media.Probing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures are those that ffprobe and exiftool give of the same files. */
class MediaProbeTest {
  private static final MediaProbe PROBE = new MediaProbe();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          first.mp4,      video/mp4,        PT2S,     320, 180, 'avc1.640015,mp4a.40.2', 25, true
          last.mp4,       video/mp4,        PT2S,     320, 180, 'avc1.640015,mp4a.40.2', 25, true
          rotated.mp4,    video/mp4,        PT2S,     180, 320, 'avc1.640015,mp4a.40.2', 25, true
          fragmented.mp4, video/mp4,        -,        320, 180, 'avc1.640015,mp4a.40.2', -,  true
          indexed.mp4,    video/mp4,        PT2S,     320, 180, 'avc1.640015,mp4a.40.2', -,  true
          film.mov,       video/quicktime,  PT2S,     320, 180, 'avc1.640015,mp4a.40.2', 25, true
          sound.m4a,      audio/mp4,        PT2S,     -,   -,   mp4a.40.2,               -,  true
          hevc.mp4,       video/mp4,        PT2S,     320, 180, hvc1.4.10.L60.9E.8,      25, false
          av1.mp4,        video/mp4,        PT0.4S,   320, 180, av01.1.00M.08,           25, false
          film.webm,      video/webm,       PT2.008S, 320, 180, 'vp9,opus',              25, true
          live.webm,      video/webm,       -,        320, 180, 'vp9,opus',              25, true
          film.mkv,       video/x-matroska, PT2.023S, 320, 180, 'avc1.640015,mp4a.40.2', 25, true
          """)
  void filmsAreRead(
      String name,
      String mediaType,
      @Nullable Duration duration,
      @Nullable Integer width,
      @Nullable Integer height,
      String codecs,
      @Nullable Double frameRate,
      boolean hasAudio) {
    var film = (Film) facts(name);

    assertThat(film.mediaType()).isEqualTo(mediaType);
    assertThat(film.duration()).isEqualTo(duration);
    assertThat(film.width()).isEqualTo(width);
    assertThat(film.height()).isEqualTo(height);
    assertThat(film.codecs()).isEqualTo(codecs);
    assertThat(film.frameRate()).isEqualTo(frameRate);
    assertThat(film.hasAudio()).isEqualTo(hasAudio);
  }

  @Test
  void theBitrateIsThatOfTheWholeFileAndTheDateThatOfItsMaking() {
    var film = (Film) facts("first.mp4");

    assertThat(film.bitrate()).isEqualTo(47_552);
    assertThat(film.createdAt()).isEqualTo(Instant.parse("2026-03-14T10:00:00Z"));
    assertThat(((Film) facts("rotated.mp4")).createdAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "wide.jpg, image/jpeg, 640, 360",
    "turned3.jpg, image/jpeg, 640, 360",
    "turned6.jpg, image/jpeg, 360, 640",
    "turned8.jpg, image/jpeg, 360, 640",
    "cmyk.jpg, image/jpeg, 640, 360",
    "alpha.png, image/png, 200, 100",
    "gray.png, image/png, 400, 300",
    "lossy.webp, image/webp, 640, 360",
    "lossless.webp, image/webp, 200, 100",
    "alpha.webp, image/webp, 200, 100",
    "picture.avif, image/avif, 640, 360",
  })
  void picturesAreMeasuredUpright(String name, String mediaType, int width, int height) {
    assertThat(facts(name)).isEqualTo(new Picture(mediaType, width, height));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first.mp4",
        "film.mov",
        "film.webm",
        "wide.jpg",
        "alpha.png",
        "lossy.webp",
        "picture.avif"
      })
  void whatIsCutOffIsRefusedWithTheReason(String name) {
    var whole = Sample.bytesOf(name);
    var half = Arrays.copyOf(whole, whole.length / 2);

    var probing = PROBE.probe(Sample.of(half), name);

    assertThat(probing)
        .isInstanceOfSatisfying(
            Probing.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("malformed");
              assertThat(refused.detail()).contains("cut off");
            });
  }

  @Test
  void aFilmWithoutItsDescriptionIsRefusedWithTheCure() {
    var whole = Sample.bytesOf("last.mp4");
    int description = indexOf(whole, "moov") - 4;

    var probing = PROBE.probe(Sample.of(Arrays.copyOf(whole, description)), "last.mp4");

    assertThat(probing)
        .isInstanceOfSatisfying(
            Probing.Refused.class,
            refused -> assertThat(refused.detail()).contains("moov", "export it anew"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "<html><body>A page</body></html>", "%PDF-1.7", "GIF89a", "MZ"})
  void whatIsNoMediaFileIsRefused(String content) {
    assertThat(PROBE.probe(Sample.of(content), "film.mp4")).isInstanceOf(Probing.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"first.mp4", "film.webm", "wide.jpg", "picture.avif"})
  void noByteIsReadTwice(String name) {
    var sample = Sample.named(name);

    PROBE.probe(sample, name);

    assertThat(sample.bytesRead()).isLessThanOrEqualTo(sample.size());
    assertThat(sample.readings()).isLessThanOrEqualTo(3);
  }

  private static MediaFacts facts(String name) {
    var probing = PROBE.probe(Sample.named(name), name);
    assertThat(probing).isInstanceOf(Probing.Probed.class);
    return ((Probing.Probed) probing).facts();
  }

  private static int indexOf(byte[] bytes, String name) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name);
  }
}
