package extrablatt.storage;

import java.time.Duration;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens S3; apart from the others, so that who never uses it does not load its classes. */
final class S3Connection {
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private S3Connection() {}

  static S3Client open(Settings settings) {
    return new Connection(settings)
        .configured(S3Client.builder(), "S3", ANSWER)
        .forcePathStyle(settings.endpoint("S3").isPresent())
        .build();
  }
}
