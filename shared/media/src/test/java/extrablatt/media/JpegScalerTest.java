package extrablatt.media;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.media.MediaFacts.Picture;
import extrablatt.domain.media.PictureScaler.Scaled;
import extrablatt.domain.media.Probing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegScalerTest {
  private static final JpegScaler SCALER = new JpegScaler();

  @ParameterizedTest
  @CsvSource({
    "wide.jpg, '320x180,640x360'",
    "turned3.jpg, '320x180,640x360'",
    "turned6.jpg, 320x569",
    "turned8.jpg, 320x569",
    "cmyk.jpg, '320x180,640x360'",
    "alpha.png, 200x100",
    "gray.png, 320x240",
    "lossy.webp, '320x180,640x360'",
    "lossless.webp, 200x100",
    "alpha.webp, 200x100",
  })
  void aPictureIsMadeInEveryWidthThatItHas(String name, String sizes) {
    var made = scaled(name);

    assertThat(made.stream().map(each -> each.width() + "x" + each.height()))
        .containsExactly(sizes.split(","));
    for (var each : made) {
      var picture = picture(each.jpeg());
      assertThat(picture.getWidth()).isEqualTo(each.width());
      assertThat(picture.getHeight()).isEqualTo(each.height());
    }
  }

  /** The sample is dark at its top. */
  @ParameterizedTest
  @CsvSource({"wide.jpg, top", "turned3.jpg, bottom", "turned6.jpg, right", "turned8.jpg, left"})
  void aPictureIsMadeUpright(String name, String darkSide) {
    var picture = picture(scaled(name).getFirst().jpeg());

    int width = picture.getWidth() - 1;
    int height = picture.getHeight() - 1;
    int dark =
        switch (darkSide) {
          case "top" -> light(picture, width / 2, 2);
          case "bottom" -> light(picture, width / 2, height - 2);
          case "right" -> light(picture, width - 2, height / 2);
          default -> light(picture, 2, height / 2);
        };
    int opposite =
        switch (darkSide) {
          case "top" -> light(picture, width / 2, height - 2);
          case "bottom" -> light(picture, width / 2, 2);
          case "right" -> light(picture, 2, height / 2);
          default -> light(picture, width - 2, height / 2);
        };
    assertThat(dark).isLessThan(opposite - 200);
  }

  @Test
  void whatIsTransparentBecomesWhite() {
    var picture = picture(scaled("alpha.png").getFirst().jpeg());

    assertThat(light(picture, 2, 2)).isGreaterThan(700);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wide.jpg", "turned6.jpg"})
  void noMetadataRemain(String name) {
    var jpeg = new String(scaled(name).getFirst().jpeg().array(), StandardCharsets.ISO_8859_1);

    assertThat(jpeg).doesNotContain("Exif").doesNotContain("Photoshop");
  }

  @Test
  void avifIsNotDecodedAndTheWarningSaysSo() {
    var scaling = SCALER.scale(Sample.named("picture.avif"), new Picture("image/avif", 640, 360));

    assertThat(scaling.pictures()).isEmpty();
    assertThat(scaling.warnings()).singleElement().asString().contains("AVIF");
  }

  @Test
  void aPictureThatClaimsToBeHugeIsNotDecoded() {
    var scaling = SCALER.scale(Sample.named("wide.jpg"), new Picture("image/jpeg", 60_000, 60_000));

    assertThat(scaling.pictures()).isEmpty();
    assertThat(scaling.warnings()).singleElement().asString().contains("pixels");
  }

  private static List<Scaled> scaled(String name) {
    var probing = (Probing.Probed) new MediaProbe().probe(Sample.named(name), name);
    var scaling = SCALER.scale(Sample.named(name), (Picture) probing.facts());
    assertThat(scaling.warnings()).isEmpty();
    return scaling.pictures();
  }

  private static BufferedImage picture(Bytes jpeg) {
    try {
      return ImageIO.read(new ByteArrayInputStream(jpeg.array()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int light(BufferedImage picture, int x, int y) {
    int rgb = picture.getRGB(x, y);
    return (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
  }
}
