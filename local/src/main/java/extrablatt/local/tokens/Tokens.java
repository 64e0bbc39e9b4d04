package extrablatt.local.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;

/** Makes tokens as the newsroom's issuer would. */
public final class Tokens {
  private static final String CLIENT = "local";

  private final LocalKey key;
  private final Clock clock;

  public Tokens(LocalKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /** A token for the local client, which is also its subject. */
  public String mint(Collection<String> scopes, Duration expires) {
    return mint(scopes, expires, CLIENT, CLIENT);
  }

  public String mint(Collection<String> scopes, Duration expires, String subject, String clientId) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(LocalIssuer.ISSUER)
            .audience(LocalIssuer.AUDIENCE)
            .subject(subject)
            .claim("client_id", clientId)
            .claim("scope", String.join(" ", scopes))
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plus(expires)))
            .build();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.privateKey().getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key.privateKey()));
    } catch (JOSEException e) {
      throw new IllegalStateException("the local key cannot sign", e);
    }
    return token.serialize();
  }
}
