package extrablatt.e2e;

import extrablatt.local.AccessKey;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** AWS's own clients of what a local stack starts. */
final class Clients {
  private Clients() {}

  /** With the developer's key. */
  static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B ofTheDeveloper(
      B builder, URI endpoint) {
    return signing(AccessKey.LOCAL.id(), builder, endpoint);
  }

  /** With the access key that a function has. */
  static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B signing(
      String accessKey, B builder, URI endpoint) {
    var key = AwsBasicCredentials.create(accessKey, AccessKey.LOCAL.secret());
    return builder
        .endpointOverride(endpoint)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(StaticCredentialsProvider.create(key))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(with -> with.retryStrategy(retry -> retry.maxAttempts(1)));
  }
}
