package extrablatt.local.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message in its queue, with what its receivers did so far; guarded by the queue's lock. */
final class StoredMessage {
  final String id;
  final String body;
  final Instant sentAt;
  final long place;
  int receiveCount;
  Instant visibleAt;
  @Nullable String receiptHandle;
  @Nullable Instant firstReceivedAt;

  /**
   * @param place its place among the queue's messages
   */
  StoredMessage(String id, String body, Instant sentAt, long place, int receiveCount) {
    this.id = id;
    this.body = body;
    this.sentAt = sentAt;
    this.place = place;
    this.receiveCount = receiveCount;
    this.visibleAt = Instant.EPOCH;
  }
}
