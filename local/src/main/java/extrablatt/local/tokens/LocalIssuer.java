package extrablatt.local.tokens;

/** Who makes the local stack's tokens, and for whom. */
public final class LocalIssuer {
  public static final String ISSUER = "http://localhost/extrablatt";
  public static final String AUDIENCE = "extrablatt";

  private LocalIssuer() {}
}
