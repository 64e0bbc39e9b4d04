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
    "1:30 h, PT1H30M",
    "1:12:30 h, PT1H12M30S",
    "0:00, PT0S",
    "2 h, PT2H",
    "2 h 5 min, PT2H5M",
    "2h5m, PT2H5M",
    "2 Std. 5 Min., PT2H5M",
    "1 Stunde, PT1H",
    "3 min 7 s, PT3M7S",
    "3 Min. 7 Sek., PT3M7S",
    "1 h 12 min 30 s, PT1H12M30S",
    "3 minutes 7 seconds, PT3M7S",
    "25 s, PT25S",
    "25s, PT25S",
    "25 sec, PT25S",
    "90 Sek., PT1M30S",
    "90 Sekunden, PT1M30S",
    "25.5 s, PT25.5S",
    "'25,5 Sek.', PT25.5S",
    "1500 ms, PT1.5S",
    "PT25.5S, PT25.5S",
    "PT-5S, PT-5S",
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
        "25.5",
        "5 m",
        "5m",
        "s",
        "2 h 75 min",
        "3 min 75 s",
        "5 min 2 h",
        "25 s 3 min",
        "1.5 h",
        "25 kg",
        "NaN",
        "Infinity",
        "P1Y",
        "P2M",
        "P1W",
        "1e3 s",
        "0:25 0:25",
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

  @ParameterizedTest
  @CsvSource({
    "25, PT25S",
    "25.5, PT25.5S",
    "0, PT0S",
    "0.0019, PT0.001S",
    "2.5e1, PT25S",
    "-5, PT-5S",
    "172800, PT48H"
  })
  void aNumberIsOneOfSeconds(String number, String iso) {
    assertThat(Durations.ofSeconds(number).map(Durations::text)).contains(iso);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "1e99999999999", "1e20", "1000000000000000000", "NaN", ""})
  void whatNoDurationCanBeIsNone(String number) {
    assertThat(Durations.ofSeconds(number)).isEmpty();
  }

  @Test
  void aLongTextIsNotLookedAtTwice() {
    assertThat(Durations.parsed("1".repeat(1_000_000) + " min")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -0:25 min | must not be negative
          −25 s | must not be negative
          P1Y       | must be counted in days, hours, minutes and seconds, not in years, months or weeks
          P1M2DT3H  | must be counted in days, hours, minutes and seconds, not in years, months or weeks
          25        | must say its unit, such as 25 s, 25 min or 0:25 min; only a JSON number is in seconds
          lang      | must be a duration such as PT25S, 0:25 min, 1:12:30 min or 25 s, or a number of seconds
          """)
  void whatIsWrongWithATextIsSaid(String text, String complaint) {
    assertThat(Durations.complaint(text)).isEqualTo(complaint);
  }

  @Test
  void whatDoesNotFitIsCutToMilliseconds() {
    assertThat(Durations.text(Duration.ofNanos(1_234_567))).isEqualTo("PT0.001S");
  }
}
