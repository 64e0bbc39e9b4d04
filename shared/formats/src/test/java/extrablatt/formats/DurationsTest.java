package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0:25 min, PT25S",
    "0:25, PT25S",
    "1:12:30 min, PT1H12M30S",
    "01:12:30, PT1H12M30S",
    "90:00 min, PT1H30M",
    "25 min, PT25M",
    "3:07min, PT3M7S",
    "PT25S, PT25S",
    "PT1H12M30S, PT1H12M30S",
    "P1DT2H, PT26H",
    "pt0.0015s, PT0.001S",
    "' 0:25 min ', PT25S"
  })
  void everyNotationGoesOutTheSameWay(String text, String iso) {
    assertThat(Durations.parsed(text).map(Durations::text)).contains(iso);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "25",
        "0:60 min",
        "1:60:00",
        "min",
        "1:2:3",
        "PT",
        "fünf Minuten",
        "-0:25 min",
        "PT99999999999999999999H",
        "PT9223372036854775807S1",
        "99999999999:00 min"
      })
  void whatIsNoDurationIsNone(String text) {
    assertThat(Durations.parsed(text)).isEmpty();
  }

  @Test
  void whatDoesNotFitIsCutToMilliseconds() {
    assertThat(Durations.text(Duration.ofNanos(1_234_567))).isEqualTo("PT0.001S");
  }
}
