package extrablatt.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredDurationTest {
  @ParameterizedTest
  @CsvSource({
    "PT25S, PT25S, true",
    "PT25S, PT25.9S, true",
    "PT25S, PT26S, true",
    "PT25S, PT26.001S, false",
    "PT1H, PT1H1M12S, true",
    "PT1H, PT1H2M, false",
    "PT0S, PT0.4S, true",
  })
  void roundingIsNoContradiction(Duration said, Duration measured, boolean agrees) {
    assertThat(MeasuredDuration.agrees(said, measured)).isEqualTo(agrees);
  }

  @ParameterizedTest
  @CsvSource({
    "PT6H56M40S, PT25S, milliseconds were given as seconds",
    "PT0.025S, PT25S, seconds were given as milliseconds",
    "PT25M, PT25S, seconds were given as minutes",
    "PT3S, PT3M, minutes were given as seconds",
  })
  void anotherUnitIsNamed(Duration said, Duration measured, String why) {
    assertThat(MeasuredDuration.wrongUnit(said, measured)).get().asString().contains(why);
  }

  @ParameterizedTest
  @CsvSource({"PT30S, PT25S", "PT25S, PT25S", "PT0S, PT25S", "PT25S, PT0S", "PT10H, PT25S"})
  void whatIsOnlyDifferentIsNoOtherUnit(Duration said, Duration measured) {
    assertThat(MeasuredDuration.wrongUnit(said, measured)).isEmpty();
  }

  @Test
  void whatIsSaidAndWhatIsMeasuredBothStandInTheSentence() {
    var sentence = MeasuredDuration.wrongUnit(Duration.ofMinutes(25), Duration.ofSeconds(25));

    assertThat(sentence).get().asString().contains("PT25M", "PT25S");
  }
}
