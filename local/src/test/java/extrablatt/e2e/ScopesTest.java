package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import extrablatt.local.template.Route;
import extrablatt.local.tokens.LocalIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every route of the newsroom against every token that does not open it, and those that do. */
@ExtendWith(OneStack.class)
final class ScopesTest {
  private static final String SOME_ID = "01J0000000000000000000000Z";
  private static final Duration LIFE = Duration.ofHours(1);

  private final Stack stack;
  private final RSAKey key;
  private final List<Route> routes;
  private final String everyScope;

  ScopesTest(Stack stack) throws Exception {
    this.stack = stack;
    key = stack.key();
    routes =
        stack.routes().stream().filter(route -> route.path().startsWith("/newsroom/")).toList();
    everyScope = scopes().collect(Collectors.joining(" "));
  }

  private Stream<String> scopes() {
    return routes.stream().flatMap(route -> route.scopes().stream()).distinct().sorted();
  }

  @Test
  void withoutATokenNothingOpens() {
    assertThat(routes)
        .isNotEmpty()
        .allSatisfy(route -> refuses(call(route, stack.reader()), 401, "Unauthorized"));
  }

  @Test
  void noForgedTokenOpensAnything() throws Exception {
    var tokens = forgeries();

    assertThat(routes)
        .allSatisfy(route ->
            assertThat(tokens)
                .allSatisfy(
                    (_, token) -> refuses(call(route, stack.bearing(token)), 401, "Unauthorized")));
  }

  /** Each differs in one thing from a token that opens everything. */
  private Map<String, String> forgeries() throws JOSEException {
    var now = Instant.now();
    var later = Date.from(now.plus(LIFE));
    var good = claims();
    var tokens = new LinkedHashMap<String, String>();
    tokens.put("garbage", "keine.drei.teile");
    tokens.put("empty", "");
    tokens.put("expired", signed(claims().expirationTime(Date.from(now.minusSeconds(1)))));
    tokens.put("without an end", signed(claims().expirationTime(null)));
    tokens.put("not yet valid", signed(claims().notBeforeTime(later)));
    tokens.put("of the future", signed(claims().issueTime(later)));
    tokens.put("of another issuer", signed(claims().issuer("https://issuer.example")));
    tokens.put("of no issuer", signed(claims().issuer(null)));
    tokens.put("for somebody else", signed(claims().audience("andere")));
    tokens.put("for nobody", signed(claims().audience((String) null)));
    tokens.put("alg none", new PlainJWT(good.build()).serialize());
    tokens.put("HMAC, public key as DER", hmac(good.build(), key.toRSAPublicKey().getEncoded()));
    tokens.put("HMAC, public key as PEM", hmac(good.build(), pem()));
    tokens.put(
        "HMAC, public key as JWK", hmac(good.build(), utf8(key.toPublicJWK().toJSONString())));
    tokens.put("another key", signed(good.build(), stranger()));
    tokens.put("changed afterwards", changed(signed(claims())));
    return tokens;
  }

  private JWTClaimsSet.Builder claims() {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(LocalIssuer.ISSUER)
        .audience(LocalIssuer.AUDIENCE)
        .subject("test")
        .claim("client_id", "test")
        .claim("scope", everyScope)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)));
  }

  private String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    return signed(claims.build(), key);
  }

  private String signed(JWTClaimsSet claims, RSAKey with) throws JOSEException {
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    jwt.sign(new RSASSASigner(with));
    return jwt.serialize();
  }

  private String hmac(JWTClaimsSet claims, byte[] secret) throws JOSEException {
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
    jwt.sign(new MACSigner(secret));
    return jwt.serialize();
  }

  private byte[] pem() throws JOSEException {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    var body = lines.encodeToString(key.toRSAPublicKey().getEncoded());
    return utf8("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
  }

  private static RSAKey stranger() throws JOSEException {
    return new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(2048).generate();
  }

  /** The same token with a claim that was not signed. */
  private static String changed(String token) {
    var parts = token.split("\\.", -1);
    var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    var forged = utf8(claims.replace("\"test\"", "\"chef\""));
    parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
    return String.join(".", parts);
  }

  @Test
  void everyOtherScopeTogetherIsForbidden() {
    assertThat(routes)
        .allSatisfy(route -> {
          var others = scopes().filter(scope -> !route.scopes().contains(scope));
          var token = stack.newsroom(others.toArray(String[]::new));
          refuses(call(route, token), 403, "Forbidden");
        });
  }

  @Test
  void aTokenWithoutScopesIsForbidden() {
    assertThat(routes)
        .allSatisfy(route -> refuses(call(route, stack.newsroom("")), 403, "Forbidden"));
  }

  @Test
  void theRightScopeOpensInBothSpellings() {
    assertThat(routes)
        .allSatisfy(route -> {
          var plain =
              route.scopes().stream()
                  .filter(scope -> !scope.contains("/"))
                  .findFirst()
                  .orElseThrow();
          assertThat(route.scopes()).isEqualTo(Set.of(plain, "extrablatt/" + plain));
          for (var scope : route.scopes()) {
            var answer = call(route, stack.newsroom(scope));
            assertThat(answer.status()).as(route.key() + " " + answer).isNotIn(401, 403, 500, 503);
          }
        });
  }

  @Test
  void theSecondScopeOfPublishingOnSaveIsTheFunctionsToRefuse() {
    var writer = stack.newsroom("articles:write");
    var article = Articles.titled("Ohne zweites Recht").toString();

    var refused = writer.post("/newsroom/articles?publish=true", article).with(403);

    assertThat(refused.json().path("type").asText()).isEqualTo("/problems/forbidden");
    stack
        .newsroom("extrablatt/articles:write", "extrablatt/articles:publish")
        .post("/newsroom/articles?publish=true", article)
        .with(201);
  }

  @Test
  void whatTheTemplateDoesNotNameIsNotFound() {
    var answer = stack.newsroom().get("/newsroom/nichts");

    refuses(answer, 404, "Not Found");
  }

  private static Answer call(Route route, Api api) {
    var path = route.path().replaceAll("\\{revision}", "1").replaceAll("\\{[^}]+}", SOME_ID);
    return switch (route.method()) {
      case "GET" -> api.get(path);
      case "POST" -> api.post(path, "{}");
      case "PUT" -> api.put(path, "{}");
      case "PATCH" -> api.patch(path, "{}");
      default -> api.send(route.method(), path, new byte[0]);
    };
  }

  private static void refuses(Answer answer, int status, String message) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.text()).isEqualTo("{\"message\":\"" + message + "\"}");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
