package extrablatt.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/** Opens clients of services that are no store, with what all clients have in common. */
public final class AwsClients {
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private AwsClients() {}

  /**
   * A builder of a client for the address that a variable holds; an IllegalStateException says
   * which is missing.
   */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B at(
      Map<String, String> environment, String variable, B builder) {
    var url = environment.get(variable);
    if (url == null || url.isBlank())
      throw new IllegalStateException("the environment lacks " + variable);
    return new Connection(new Settings(environment))
        .configured(builder, "NONE", ANSWER)
        .endpointOverride(URI.create(url));
  }
}
