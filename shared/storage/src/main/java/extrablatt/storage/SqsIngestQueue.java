package extrablatt.storage;

import extrablatt.domain.ingest.IngestQueue;
import extrablatt.domain.ingest.Receipt;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue of the drop bucket's notifications: a replay is a notification of our own. */
final class SqsIngestQueue implements IngestQueue {
  private final SqsClient client;
  private final String url;
  private final ReplayNotification notification;

  SqsIngestQueue(SqsClient client, String url, ReplayNotification notification) {
    this.client = client;
    this.url = url;
    this.notification = notification;
  }

  @Override
  public void replay(Receipt receipt) {
    try {
      client.sendMessage(send -> send.queueUrl(url).messageBody(notification.of(receipt)));
    } catch (SdkException refusal) {
      throw Refusals.translated(refusal);
    }
  }
}
