package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentTest {
  private static final Request POST =
      Request.of("POST /x", "/x").withBody(Bytes.utf8("{\"headline\":\"x\"}"));

  private static Request typed(String contentType) {
    return POST.withHeader("Content-Type", contentType);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        " application/json ;charset=utf-8",
        "application/octet-stream",
        "binary/octet-stream",
        "application/x-www-form-urlencoded",
        ""
      })
  void jsonIsTakenAndSoIsWhatSaysNothing(String contentType) {
    assertThat(Content.json(typed(contentType))).isEqualTo(POST.body());
  }

  @Test
  void missingTypeSaysNothing() {
    assertThat(Content.declaredType(POST)).isEmpty();
    assertThat(Content.json(POST)).isEqualTo(POST.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/merge-patch+json",
        "application/jsonx",
        "json",
        "a/b/c"
      })
  void anyOtherTypeIsRefused(String contentType) {
    assertThatThrownBy(() -> Content.json(typed(contentType)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.problem().type().status()).isEqualTo(415));
  }

  @Test
  void whereTheTypeHasToBeDeclaredNothingElsePasses() {
    var patch = "application/merge-patch+json";

    assertThat(Content.declared(typed(patch), Content.JSON_BYTES, patch)).isEqualTo(POST.body());
    for (var other : new Request[] {POST, typed("application/json"), typed("")}) {
      assertThatThrownBy(() -> Content.declared(other, Content.JSON_BYTES, patch))
          .hasMessageContaining("it should be " + patch);
    }
  }

  @Test
  void largestBodyIsTakenAndOneByteMoreIsNotWhateverItsType() {
    var largest = POST.withBody(Bytes.of(new byte[Content.JSON_BYTES]));
    var larger = typed("image/png").withBody(Bytes.of(new byte[Content.JSON_BYTES + 1]));

    assertThat(Content.json(largest).length()).isEqualTo(1_048_576);
    assertThatThrownBy(() -> Content.json(larger))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.problem().type().status()).isEqualTo(413));
    assertThat(Content.of(larger, Content.DOCUMENT_BYTES, "image/png").length())
        .isEqualTo(1_048_577);
  }
}
