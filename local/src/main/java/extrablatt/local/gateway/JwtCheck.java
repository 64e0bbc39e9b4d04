package extrablatt.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import extrablatt.local.template.JwtAuthorizer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JWT authorizer of an HTTP API: RSA signatures only, by key id, then issuer, audience, times and
 * scopes.
 */
final class JwtCheck {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);
  private static final String HEADER_SOURCE = "$request.header.";
  private static final String QUERY_SOURCE = "$request.querystring.";

  private final JwtAuthorizer authorizer;
  private final JWKSet keys;
  private final Clock clock;

  JwtCheck(JwtAuthorizer authorizer, JWKSet keys, Clock clock) {
    this.authorizer = authorizer;
    this.keys = keys;
    this.clock = clock;
  }

  Verdict judge(Request request, Set<String> routeScopes) {
    var token = token(request);
    if (token == null || token.isBlank()) {
      return new Verdict.NoToken();
    }
    try {
      var jwt = SignedJWT.parse(token);
      var claims = jwt.getJWTClaimsSet();
      var fault = signatureFault(jwt);
      fault = fault == null ? claimsFault(claims) : fault;
      return fault == null ? admitted(claims, routeScopes) : new Verdict.BadToken(fault);
    } catch (ParseException | JOSEException e) {
      return new Verdict.BadToken("the token is malformed");
    }
  }

  private @Nullable String token(Request request) {
    var source = authorizer.identitySource();
    var value =
        source.startsWith(QUERY_SOURCE)
            ? QueryParameters.of(request.query()).get(source.substring(QUERY_SOURCE.length()))
            : request.header(source.replace(HEADER_SOURCE, "").toLowerCase(Locale.ROOT));
    return value != null && value.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())
        ? value.substring("Bearer ".length()).strip()
        : value;
  }

  private @Nullable String signatureFault(SignedJWT jwt) throws JOSEException {
    var header = jwt.getHeader();
    if (!ALGORITHMS.contains(header.getAlgorithm())) {
      return "signing method " + word(header.getAlgorithm().getName()) + " is invalid";
    }
    var key = header.getKeyID() == null ? null : keys.getKeyByKeyId(header.getKeyID());
    if (key == null) {
      return "the token's key is unknown";
    }
    return jwt.verify(new RSASSAVerifier(key.toRSAKey())) ? null : "the signature is invalid";
  }

  private @Nullable String claimsFault(JWTClaimsSet claims) throws ParseException {
    var now = clock.instant();
    if (!authorizer.issuer().equals(claims.getIssuer())) {
      return "the token does not have a valid issuer";
    }
    if (!hasAudience(claims)) {
      return "the token does not have a valid audience";
    }
    if (claims.getExpirationTime() == null
        || !now.isBefore(claims.getExpirationTime().toInstant())) {
      return "the token has expired";
    }
    if (isAfter(claims.getNotBeforeTime(), now) || isAfter(claims.getIssueTime(), now)) {
      return "the token is not valid yet";
    }
    return null;
  }

  /** The client's id stands in only where a token, as Cognito's, names no audience. */
  private boolean hasAudience(JWTClaimsSet claims) throws ParseException {
    if (!claims.getAudience().isEmpty()) {
      return claims.getAudience().stream().anyMatch(authorizer.audience()::contains);
    }
    var client = claims.getStringClaim("client_id");
    return client != null && authorizer.audience().contains(client);
  }

  private static Verdict admitted(JWTClaimsSet claims, Set<String> routeScopes) {
    var held = scopes(claims);
    if (routeScopes.isEmpty()) {
      return new Verdict.Admitted(ClaimTexts.of(claims), null);
    }
    return held.stream().anyMatch(routeScopes::contains)
        ? new Verdict.Admitted(ClaimTexts.of(claims), held)
        : new Verdict.ScopeMissing();
  }

  private static List<String> scopes(JWTClaimsSet claims) {
    var claim =
        claims.getClaim("scope") != null ? claims.getClaim("scope") : claims.getClaim("scp");
    return switch (claim) {
      case String text when !text.isBlank() -> List.of(text.strip().split("\\s+"));
      case List<?> list -> list.stream().map(String::valueOf).toList();
      case null, default -> List.of();
    };
  }

  private static boolean isAfter(@Nullable Date date, Instant now) {
    return date != null && date.toInstant().isAfter(now);
  }

  /** The name goes into a header, so it may hold nothing that ends one. */
  private static String word(String name) {
    return name.replaceAll("[^A-Za-z0-9-]", "");
  }
}
