package extrablatt.storage;

import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Opens SQS; apart from the others, since most functions do not have its classes. */
final class SqsConnection {
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private SqsConnection() {}

  static SqsClient open(Settings settings) {
    return new Connection(settings).configured(SqsClient.builder(), "SQS", ANSWER).build();
  }
}
