package extrablatt.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Duration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Signs addresses of S3's for others; it calls nobody. */
final class PresigningConnection implements SdkAutoCloseable {
  private final S3Presigner presigner;

  private PresigningConnection(S3Presigner presigner) {
    this.presigner = presigner;
  }

  static PresigningConnection open(Settings settings) {
    var builder =
        S3Presigner.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(new Connection(settings).credentials());
    settings
        .endpoint("S3")
        .ifPresent(endpoint ->
            builder
                .endpointOverride(endpoint)
                .serviceConfiguration(
                    S3Configuration.builder().pathStyleAccessEnabled(true).build()));
    return new PresigningConnection(builder.build());
  }

  /** Neither type nor length is signed, so that the file is all that has to be sent. */
  URI put(String bucket, String key, Duration valid) {
    return uri(
        presigner
            .presignPutObject(presign ->
                presign
                    .signatureDuration(valid)
                    .putObjectRequest(put -> put.bucket(bucket).key(key)))
            .url());
  }

  URI get(String bucket, String key, Duration valid) {
    return uri(
        presigner
            .presignGetObject(presign ->
                presign
                    .signatureDuration(valid)
                    .getObjectRequest(get -> get.bucket(bucket).key(key)))
            .url());
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("S3's addresses are URIs", impossible);
    }
  }

  @Override
  public void close() {
    presigner.close();
  }
}
