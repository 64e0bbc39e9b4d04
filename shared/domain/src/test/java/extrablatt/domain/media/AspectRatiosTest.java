package extrablatt.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AspectRatiosTest {
  @ParameterizedTest
  @CsvSource({
    "1920, 1080, 16:9",
    "854, 480, 16:9",
    "640, 368, 40:23",
    "1080, 1920, 9:16",
    "720, 576, 5:4",
    "640, 480, 4:3",
    "1000, 1000, 1:1",
    "1, 1000, 1:1000",
  })
  void aShapeIsNamedAsEditorsNameIt(int width, int height, String ratio) {
    assertThat(AspectRatios.of(width, height)).isEqualTo(ratio);
  }

  @Test
  void whatHasNoSizeHasNoShape() {
    assertThat(AspectRatios.of(null, 10)).isNull();
    assertThat(AspectRatios.of(10, null)).isNull();
  }
}
