package extrablatt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeliveryAnswersTest {
  @ParameterizedTest
  @CsvSource({
    "200, fresh",
    "302, fresh",
    "304, not-modified",
    "400, error",
    "404, not-found",
    "410, gone",
    "500, error",
    "503, error",
  })
  void anAnswerIsCountedByItsKind(int status, String kind) {
    assertThat(DeliveryFunction.kind(status)).isEqualTo(kind);
  }
}
