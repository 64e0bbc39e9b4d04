package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.PublishingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IfMatchTest {
  private static final Request PUT = Request.of("PUT /x", "/x");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "v17"              | true
          "v1", "v17"        | true
          "v1","v17" ,"v3"   | true
          , "v17",,          | true
          "a,b", "v17"       | true
          *                  | true
          ' * '              | true
          "v1"               | false
          W/"v17"            | false
          W/"v17", "v1"      | false
          "V17"              | false
          "v017"             | false
          "17"               | false
          ""                 | false
          "v17-gzip"         | false
          """)
  void callerMeansTheVersionThatStandsByItsStrongTag(String header, boolean matches) {
    var ifMatch = IfMatch.required(PUT.withHeader("If-Match", header));

    assertThat(ifMatch.matches(17)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "v17",
        "17",
        "\"v17",
        "v17\"",
        "\"v17\" \"v18\"",
        "w/\"v17\"",
        "*, \"v17\"",
        "\"v17\", *",
        "'v17'",
        "\"v 17\"",
        "W/v17",
        "\"v17\"x"
      })
  void garbageIsRefused(String header) {
    assertThatThrownBy(() -> IfMatch.of(PUT.withHeader("If-Match", header)))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("If-Match holds no list of entity tags");
  }

  @Test
  void missingHeaderMeansWhateverStandsUnlessItIsRequired() {
    assertThat(IfMatch.of(PUT).matches(17)).isTrue();
    assertThatThrownBy(() -> IfMatch.required(PUT))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.problem().type().status()).isEqualTo(428));
  }

  @Test
  void staleCallerIsToldTheVersionThatStands() {
    var ifMatch = IfMatch.of(PUT.withHeader("If-Match", "\"v16\""));

    assertThatThrownBy(() -> ifMatch.check(17))
        .isInstanceOfSatisfying(
            PublishingException.StaleRevision.class,
            stale -> assertThat(stale.currentVersion()).isEqualTo(17));
    ifMatch.check(16);
  }
}
