package extrablatt.storage;

import java.time.Duration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * An open connection to S3. Apart from {@link Storage}, which names no class of S3's: so who never
 * asks for a bucket does not load them.
 */
final class S3Connection implements SdkAutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration COPIED = Duration.ofMinutes(2);

  private final S3Client client;

  private S3Connection(S3Client client) {
    this.client = client;
  }

  static S3Connection open(Settings settings) {
    return open(settings, ANSWER);
  }

  /** S3 copies gigabytes before it answers. */
  static S3Connection openForCopies(Settings settings) {
    return open(settings, COPIED);
  }

  private static S3Connection open(Settings settings, Duration answer) {
    return new S3Connection(
        new Connection(settings)
            .configured(S3Client.builder(), "S3", answer)
            .forcePathStyle(settings.endpoint("S3").isPresent())
            .build());
  }

  static S3Connection over(S3Client client) {
    return new S3Connection(client);
  }

  ObjectStore bucket(String name) {
    return new S3ObjectStore(client, name);
  }

  @Override
  public void close() {
    client.close();
  }
}
