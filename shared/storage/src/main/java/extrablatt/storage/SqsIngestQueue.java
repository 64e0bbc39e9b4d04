package extrablatt.storage;

import extrablatt.domain.ingest.IngestQueue;
import extrablatt.domain.ingest.Receipt;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues of the drop bucket's notifications: a replay is a notification of our own. */
final class SqsIngestQueue implements IngestQueue {
  private final SqsClient client;
  private final IngestQueueUrls urls;
  private final ReplayNotification notification;

  SqsIngestQueue(SqsClient client, IngestQueueUrls urls, ReplayNotification notification) {
    this.client = client;
    this.urls = urls;
    this.notification = notification;
  }

  @Override
  public void replay(Receipt receipt) {
    try {
      var url = urls.of(receipt.key());
      client.sendMessage(send -> send.queueUrl(url).messageBody(notification.of(receipt)));
    } catch (SdkException refusal) {
      throw Refusals.translated(refusal);
    }
  }
}
