package extrablatt.local.template;

import java.util.Set;

/**
 * A JWT authorizer of an HTTP API: who has to have made a token, for whom, and where a request
 * carries it.
 */
public record JwtAuthorizer(
    String name, String issuer, Set<String> audience, String identitySource) {

  public JwtAuthorizer {
    audience = Set.copyOf(audience);
  }
}
