package extrablatt.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import extrablatt.local.template.JwtAuthorizer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final RSAKey KEY = rsaKey("first");
  private static final RSAKey OTHER_KEY = rsaKey("second");

  private final GatewayFixture gateway =
      closed(Set.of("articles:write", "extrablatt/articles:write"));

  @AfterEach
  void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer %s", "bearer %s", "%s"})
  void aGoodTokenOpensTheRoute(String form) throws Exception {
    var response = call(form.formatted(signed(claims(it -> it))));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(jwtOfTheEvent().get("scopes").toString()).isEqualTo("[\"articles:write\"]");
    assertThat(jwtOfTheEvent().get("claims").toString())
        .isEqualTo(
            """
            {"aud":"extrablatt","client_id":"desk","exp":"1795352400","iat":"1795348800",\
            "iss":"http://issuer","nbf":"1795348800","scope":"articles:write","sub":"editor"}\
            """);
  }

  @Test
  void claimsAreTextInTheEvent() throws Exception {
    call(signed(claims(it -> it.claim("groups", List.of("desk", "sport")).claim("admin", true))));

    var claims = jwtOfTheEvent().get("claims");
    assertThat(claims.get("groups").asText()).isEqualTo("[desk sport]");
    assertThat(claims.get("admin").isTextual()).isTrue();
  }

  @Test
  void withoutScopesOnTheRouteAnyGoodTokenOpensItAndTheEventHasNone() throws Exception {
    try (var open = closed(Set.of())) {
      var token = signed(claims(it -> it.claim("scope", null)));

      var response = open.send("POST", "/newsroom/articles", Map.of("authorization", token));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(open.lastEvent().at("/requestContext/authorizer/jwt/scopes").isNull()).isTrue();
    }
  }

  @Test
  void noTokenIsUnauthorized() throws Exception {
    var response = gateway.send("POST", "/newsroom/articles");

    assertUnauthorized(response);
    assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer ",
        "Bearer garbage",
        "a.b.c",
        "Basic dXNlcjpwYXNz",
        "Bearer ..",
        "e30.e30."
      })
  void garbageIsUnauthorized(String header) throws Exception {
    assertUnauthorized(call(header));
  }

  @Test
  void anExpiredTokenIsUnauthorized() throws Exception {
    assertRefused(claims(it -> it.expirationTime(Date.from(NOW))), "the token has expired");
    assertRefused(claims(it -> it.expirationTime(null)), "the token has expired");
  }

  @Test
  void aTokenOfTheFutureIsUnauthorized() throws Exception {
    var later = Date.from(NOW.plusSeconds(1));

    assertRefused(claims(it -> it.notBeforeTime(later)), "the token is not valid yet");
    assertRefused(claims(it -> it.issueTime(later)), "the token is not valid yet");
  }

  @Test
  void anotherIssuersTokenIsUnauthorized() throws Exception {
    assertRefused(
        claims(it -> it.issuer("http://other")), "the token does not have a valid issuer");
    assertRefused(claims(it -> it.issuer(null)), "the token does not have a valid issuer");
  }

  @Test
  void aTokenForSomebodyElseIsUnauthorized() throws Exception {
    assertRefused(
        claims(it -> it.audience("other").claim("client_id", "extrablatt")),
        "the token does not have a valid audience");
    assertRefused(
        claims(it -> it.audience((String) null)), "the token does not have a valid audience");
  }

  @Test
  void theClientIdStandsInForAMissingAudience() throws Exception {
    var token = signed(claims(it -> it.audience((String) null).claim("client_id", "extrablatt")));

    assertThat(call(token).statusCode()).isEqualTo(200);
  }

  @Test
  void oneOfSeveralAudiencesIsEnough() throws Exception {
    var token = signed(claims(it -> it.audience(List.of("other", "extrablatt"))));

    assertThat(call(token).statusCode()).isEqualTo(200);
  }

  @Test
  void anUnsignedTokenIsUnauthorized() throws Exception {
    assertUnauthorized(call(new PlainJWT(claims(it -> it)).serialize()));
  }

  @Test
  void aTokenSignedWithThePublicKeysBytesIsUnauthorized() throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.getKeyID()).build();
    var token = new SignedJWT(header, claims(it -> it));
    token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));

    assertUnauthorized(call(token.serialize()));
  }

  @Test
  void aTokenOfAnUnknownKeyIsUnauthorized() throws Exception {
    assertUnauthorized(call(signed(claims(it -> it), OTHER_KEY, "second")));
    assertUnauthorized(call(signed(claims(it -> it), OTHER_KEY, null)));
  }

  @Test
  void aTokenThatClaimsAnotherKeysIdIsUnauthorized() throws Exception {
    assertUnauthorized(call(signed(claims(it -> it), OTHER_KEY, "first")));
  }

  @Test
  void aChangedTokenIsUnauthorized() throws Exception {
    var parts = signed(claims(it -> it)).split("\\.", 3);
    var other = signed(claims(it -> it.subject("somebody else"))).split("\\.", 3);

    assertUnauthorized(call(parts[0] + "." + other[1] + "." + parts[2]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          articles:write               | 200
          extrablatt/articles:write    | 200
          articles:read articles:write | 200
          articles:read                | 403
          articles:writer              | 403
          other/articles:write         | 403
          ''                           | 403
          """)
  void anyScopeOfTheRouteOpensIt(String scope, int status) throws Exception {
    var response = call(signed(claims(it -> it.claim("scope", scope))));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(gateway.wasCalled()).isEqualTo(status == 200);
    if (status == 403) {
      assertThat(response.body()).asString().isEqualTo("{\"message\":\"Forbidden\"}");
      assertThat(response.headers().firstValue("www-authenticate").orElseThrow())
          .contains("insufficient_scope");
    }
  }

  @Test
  void scopesMayBeAListCalledScp() throws Exception {
    var token =
        signed(claims(it -> it.claim("scope", null).claim("scp", List.of("articles:write"))));

    assertThat(call(token).statusCode()).isEqualTo(200);
  }

  private void assertRefused(JWTClaimsSet claims, String description) throws Exception {
    var response = call(signed(claims));

    assertUnauthorized(response);
    assertThat(response.headers().firstValue("www-authenticate"))
        .contains(
            "Bearer scope=\"articles:write extrablatt/articles:write\" error=\"invalid_token\""
                + " error_description=\"%s\"".formatted(description));
  }

  private void assertUnauthorized(HttpResponse<byte[]> response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).asString().isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(gateway.wasCalled()).isFalse();
  }

  private HttpResponse<byte[]> call(String authorization) throws Exception {
    return gateway.send("POST", "/newsroom/articles", Map.of("authorization", authorization));
  }

  private JsonNode jwtOfTheEvent() throws Exception {
    return gateway.lastEvent().at("/requestContext/authorizer/jwt");
  }

  private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    return change
        .apply(
            new JWTClaimsSet.Builder()
                .issuer("http://issuer")
                .audience("extrablatt")
                .subject("editor")
                .claim("client_id", "desk")
                .claim("scope", "articles:write")
                .issueTime(Date.from(NOW))
                .notBeforeTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(3600))))
        .build();
  }

  private static String signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, KEY, "first");
  }

  private static String signed(JWTClaimsSet claims, RSAKey key, @Nullable String keyId)
      throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
    var token = new SignedJWT(header, claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static GatewayFixture closed(Set<String> scopes) {
    return GatewayFixture.closed(
        new JwtAuthorizer(
            "Jwt", "http://issuer", Set.of("extrablatt"), "$request.header.Authorization"),
        scopes,
        new JWKSet(KEY.toPublicJWK()),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static RSAKey rsaKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
