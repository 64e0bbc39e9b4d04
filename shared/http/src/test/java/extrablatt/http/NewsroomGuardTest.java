package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.Caller;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NewsroomGuardTest {
  private static final Request CALL = Request.of("POST /newsroom/x", "/newsroom/x");
  private static final Map<String, String> SAM_LOCAL = Map.of("AWS_SAM_LOCAL", "true");

  private static Response guarded(Map<String, String> environment, Request request) {
    Endpoint endpoint = call -> Response.of(200).with("caller", NewsroomGuard.caller(call).name());
    return NewsroomGuard.in(environment).around(endpoint).handle(request);
  }

  private static Request with(String... claims) {
    return CALL.as(
        claims.length == 2
            ? Claims.of(Map.of(claims[0], claims[1]))
            : Claims.of(Map.of(claims[0], claims[1], claims[2], claims[3])));
  }

  @Test
  void nobodyGetsInWithoutClaims() {
    assertThatThrownBy(() -> guarded(Map.of(), CALL))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.problem().type().status()).isEqualTo(401));
    assertThatThrownBy(() -> guarded(Map.of("AWS_SAM_LOCAL", "1"), CALL))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void noCacheKeepsAnAnswer() {
    assertThat(guarded(Map.of(), with("sub", "a")).header("Cache-Control")).contains("no-store");
  }

  @Test
  void samLocalWhichHasNoAuthorizerIsLetIn() {
    assertThat(guarded(SAM_LOCAL, CALL).header("caller")).contains("sam-local");
    assertThat(guarded(SAM_LOCAL, with("sub", "a")).header("caller")).contains("a");
    NewsroomGuard.in(SAM_LOCAL)
        .around(call -> {
          NewsroomGuard.requires(call, "articles:publish");
          return Response.of(200);
        })
        .handle(CALL);
  }

  @Test
  void callerIsTheClientOrTheUserOrTheSubject() {
    assertThat(NewsroomGuard.caller(with("sub", "s", "client_id", "cms")))
        .isEqualTo(new Caller("cms"));
    assertThat(NewsroomGuard.caller(with("sub", "s", "username", "ada")))
        .isEqualTo(new Caller("ada"));
    assertThat(NewsroomGuard.caller(with("sub", "s", "client_id", " "))).isEqualTo(new Caller("s"));
    assertThatThrownBy(() -> NewsroomGuard.caller(with("scope", "articles:write")))
        .hasMessage("The token names no caller.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "articles:publish",
        "extrablatt/articles:publish",
        "openid articles:publish",
        "[articles:read articles:publish]",
        "articles:read  extrablatt/articles:publish"
      })
  void scopeIsGrantedInEitherSpelling(String scope) {
    assertThatCode(() -> NewsroomGuard.requires(with("scope", scope), "articles:publish"))
        .doesNotThrowAnyException();
    assertThatCode(() -> NewsroomGuard.requires(with("scp", scope), "articles:publish"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "articles:write",
    "articles:publisher",
    "other/articles:publish",
    "ARTICLES:PUBLISH",
    "''",
    "*",
  })
  void anyOtherScopeIsNotEnough(String scope) {
    assertThatThrownBy(() -> NewsroomGuard.requires(with("scope", scope), "articles:publish"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.problem().type().status()).isEqualTo(403));
  }
}
