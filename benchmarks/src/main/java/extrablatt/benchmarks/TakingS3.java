package extrablatt.benchmarks;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** An S3 that takes objects and keeps none: whoever reads one fails, and so shows that he does. */
final class TakingS3 implements S3Client {
  private final Tally tally;

  TakingS3(Tally tally) {
    this.tally = tally;
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    tally.add(Cost.object());
    return PutObjectResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
