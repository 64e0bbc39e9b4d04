package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CacheControlTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.250Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3600000 | max-age=10, stale-while-revalidate=30
          40000   | max-age=10, stale-while-revalidate=30
          39999   | max-age=10, stale-while-revalidate=29
          29999   | max-age=10, stale-while-revalidate=19
          11000   | max-age=10, stale-while-revalidate=1
          10999   | max-age=10
          10000   | max-age=10
          9999    | max-age=9
          1000    | max-age=1
          999     | max-age=0
          1       | max-age=0
          0       | max-age=0
          -5000   | max-age=0
          """)
  void noCacheKeepsAnAnswerPastTheNextChange(long milliseconds, String header) {
    var cacheControl = CacheControl.DOCUMENT.until(NOW, NOW.plusMillis(milliseconds));

    assertThat(cacheControl).hasToString(header);
  }

  @Test
  void withoutAKnownChangeItIsAsLongAsEver() {
    assertThat(CacheControl.DOCUMENT.until(NOW, null))
        .hasToString("max-age=10, stale-while-revalidate=30");
    assertThat(CacheControl.REDIRECT.until(NOW, null)).hasToString("max-age=60");
  }

  @Test
  void longestIsFreshAndStaleTogether() {
    assertThat(CacheControl.DOCUMENT.longest()).hasSeconds(40);
  }
}
