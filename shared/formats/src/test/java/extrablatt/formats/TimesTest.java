package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-14T10:00:00Z, 2026-03-14T10:00:00.000Z",
    "2026-03-14T11:00:00+01:00, 2026-03-14T10:00:00.000Z",
    "2026-03-14T10:00:00.1239Z, 2026-03-14T10:00:00.123Z",
    "1969-12-31T23:59:59.9999-00:30, 1970-01-01T00:29:59.999Z",
    "1958-05-01T10:00:00.5Z, 1958-05-01T10:00:00.500Z"
  })
  void anyOffsetComesInAndUtcGoesOut(String in, String out) {
    assertThat(Times.parsed(in).map(Times::text)).contains(out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-14T10:00:00",
        "2026-03-14",
        "2026-02-30T10:00:00Z",
        "+10000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-01:00",
        "-0001-01-01T00:00:00Z",
        "1742032800",
        "morgen"
      })
  void whatIsNoTimeIsNone(String text) {
    assertThat(Times.parsed(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"14.3.2026", "2026-3-14", "2026-02-30", "+12026-01-01", "2026-03-14Z"})
  void whatIsNoDateIsNone(String text) {
    assertThat(Times.parsedDate(text)).isEmpty();
  }

  @Test
  void textAndTimeAgree() {
    var time = Instant.parse("0001-01-01T00:00:00Z");

    assertThat(Times.parsed(Times.text(time))).contains(time);
  }
}
