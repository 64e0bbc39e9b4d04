package extrablatt.storage;

import extrablatt.domain.ingest.IngestQueue;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * An open connection to SQS. Apart from {@link Storage}, which names no class of SQS's: most
 * functions do not even have them.
 */
final class SqsConnection implements SdkAutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final SqsClient client;

  private SqsConnection(SqsClient client) {
    this.client = client;
  }

  static SqsConnection open(Settings settings) {
    return new SqsConnection(
        new Connection(settings).configured(SqsClient.builder(), "SQS", ANSWER).build());
  }

  IngestQueue queue(IngestQueueUrls urls, ReplayNotification notification) {
    return new SqsIngestQueue(client, urls, notification);
  }

  @Override
  public void close() {
    client.close();
  }
}
