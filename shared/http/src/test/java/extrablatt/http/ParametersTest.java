package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParametersTest {
  private static Parameters parameters(String query) {
    var request = Request.of("GET /articles", "/articles").withQuery(query);
    return Parameters.of(request, "section", "topic", "limit", "publish");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          section=Politik            | Politik
          section=Stadt+%26+Land     | Stadt & Land
          section=M%C3%BCnchen       | München
          section=München            | München
          section=a%2Bb              | a+b
          section=a=b                | a=b
          %73ection=a                | a
          &section=a&                | a
          section=%F0%9F%93%B0       | 📰
          """)
  void valueIsDecoded(String query, String value) {
    assertThat(parameters(query).text("section")).contains(value);
  }

  @Test
  void valueMayBeEmpty() {
    assertThat(parameters("section=").text("section")).contains("");
    assertThat(parameters("section").text("section")).contains("");
    assertThat(parameters("").text("section")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "section=%",
        "section=%2",
        "section=%zz",
        "section=%C3",
        "section=%C3%28",
        "%=1",
        "section=%ED%A0%80",
        "section=%-1"
      })
  void badEncodingIsRefused(String query) {
    assertThatThrownBy(() -> parameters(query)).hasMessageContaining("percent-encoded");
  }

  @ParameterizedTest
  @CsvSource({
    "autor=x, There is no parameter autor; this route takes section.*",
    "Section=x, There is no parameter Section; .*",
    "section=a&section=a, The parameter section is given twice.",
    "section=a&%73ection=b, The parameter section is given twice.",
  })
  void unknownAndRepeatedParametersAreRefusedByName(String query, String detail) {
    assertThatThrownBy(() -> parameters(query))
        .isInstanceOf(Refusal.class)
        .hasMessageMatching(detail);
  }

  @Test
  void routeWithoutParametersSaysSo() {
    var request = Request.of("GET /health", "/health").withQuery("x=1");

    assertThatThrownBy(() -> Parameters.of(request))
        .hasMessage("There is no parameter x; this route takes none.");
  }

  @ParameterizedTest
  @CsvSource({"limit=1, 1", "limit=20, 20", "limit=100, 100", "'', 20"})
  void limitIsFromOneToAHundred(String query, int limit) {
    assertThat(parameters(query).limit()).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "101", "-1", "1.0", "01", "1e1", "", "+5", "%205", "٣", "99999999999"})
  void anyOtherLimitIsRefused(String limit) {
    assertThatThrownBy(() -> parameters("limit=" + limit).limit())
        .hasMessage("limit is a whole number from 1 to 100.");
  }

  @Test
  void onlyOneOfSeveralFiltersIsTaken() {
    assertThat(parameters("topic=x").oneOf("section", "topic")).contains(Map.entry("topic", "x"));
    assertThat(parameters("limit=3").oneOf("section", "topic")).isEmpty();
    assertThatThrownBy(() -> parameters("topic=x&section=y").oneOf("section", "topic"))
        .hasMessage("Only one of section and topic can be given.");
  }

  @Test
  void flagIsTrueOrFalse() {
    assertThat(parameters("publish=true").flag("publish")).isTrue();
    assertThat(parameters("publish=false").flag("publish")).isFalse();
    assertThat(parameters("").flag("publish")).isFalse();
    assertThatThrownBy(() -> parameters("publish=1").flag("publish"))
        .hasMessage("publish is true or false.");
  }
}
