package extrablatt.local;

/** The one pair of credentials that the local stores accept. */
public record AccessKey(String id, String secret) {
  /** What the documentation tells people to put into {@code AWS_ACCESS_KEY_ID} and its secret. */
  public static final AccessKey LOCAL = new AccessKey("local", "local-secret");
}
