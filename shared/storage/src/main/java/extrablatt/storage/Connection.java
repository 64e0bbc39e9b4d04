package extrablatt.storage;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/**
 * What all clients have in common. Everything is named, so that none of them searches for its HTTP
 * client, region, credentials or profile when it starts.
 */
record Connection(Settings settings) {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /**
   * A builder with all of it.
   *
   * @param answer how long to wait for a sign of life
   */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder, String service, Duration answer) {
    settings.endpoint(service).ifPresent(builder::endpointOverride);
    return builder
        .region(Region.of(settings.region()))
        .credentialsProvider(credentials())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(answer))
        .overrideConfiguration(configuration ->
            configuration
                .retryStrategy(RetryMode.STANDARD)
                .defaultProfileFile(ProfileFile.aggregator().build()));
  }

  AwsCredentialsProvider credentials() {
    var id = settings.accessKeyId();
    if (id.isEmpty())
      return settings.hasContainerCredentials()
          ? ContainerCredentialsProvider.builder().build()
          : DefaultCredentialsProvider.builder().build();
    var secret = settings.secretAccessKey();
    return StaticCredentialsProvider.create(
        settings
            .sessionToken()
            .<AwsCredentials>map(token -> AwsSessionCredentials.create(id.get(), secret, token))
            .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret)));
  }
}
