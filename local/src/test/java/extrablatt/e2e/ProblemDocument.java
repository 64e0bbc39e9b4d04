package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What every problem document keeps to, whatever the problem is. */
final class ProblemDocument {
  private static final Set<String> MEMBERS =
      Set.of("type", "title", "status", "detail", "instance", "errors", "reason", "withdrawnAt");

  /** Words that only the inside knows. */
  private static final List<String> INSIDE =
      List.of(
          "java.",
          "exception",
          "extrablatt.",
          "amazon",
          "dynamo",
          "jackson",
          ".java:",
          "pub#",
          "article#");

  private ProblemDocument() {}

  static void isAProblem(Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var problem = answer.json();
    assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("instance").asText())
        .isEqualTo("urn:request:" + answer.required("apigw-requestid"));
    assertThat(names(problem)).isSubsetOf(MEMBERS);
    for (var error : problem.path("errors")) {
      assertThat(names(error))
          .isIn(Set.of("pointer", "detail"), Set.of("line", "column", "detail"));
    }
    var text = answer.text().toLowerCase(Locale.ROOT);
    assertThat(INSIDE).noneMatch(text::contains);
  }

  private static Set<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
