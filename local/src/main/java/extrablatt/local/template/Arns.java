package extrablatt.local.template;

/** The ARNs of what the local stack names as the template's resources are named there. */
public final class Arns {
  private static final String PLACE = Surroundings.REGION + ":" + Surroundings.ACCOUNT;

  private Arns() {}

  public static String bucket(String name) {
    return "arn:aws:s3:::" + name;
  }

  public static String object(String bucket, String key) {
    return bucket(bucket) + "/" + key;
  }

  public static String table(String name) {
    return "arn:aws:dynamodb:" + PLACE + ":table/" + name;
  }

  public static String queue(String name) {
    return "arn:aws:sqs:" + PLACE + ":" + name;
  }

  /** What a function needs to be allowed for sending through a WebSocket API. */
  public static String connection(String api, String stage, String method, String id) {
    return "arn:aws:execute-api:"
        + PLACE
        + ":"
        + api
        + "/"
        + stage
        + "/"
        + method
        + "/@connections/"
        + id;
  }

  static String function(String id) {
    return "arn:aws:lambda:" + PLACE + ":function:" + id;
  }

  static String logGroup(String name) {
    return "arn:aws:logs:" + PLACE + ":log-group:" + name + ":*";
  }
}
