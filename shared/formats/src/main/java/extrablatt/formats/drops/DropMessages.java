package extrablatt.formats.drops;

import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Ingest;
import extrablatt.formats.json.DropNotification;
import extrablatt.log.Log;
import java.time.Clock;

/** Does what a queue's messages about dropped objects ask for, one message at a time. */
public final class DropMessages {
  private final Ingest ingest;
  private final DropLog log;

  public DropMessages(Ingest ingest) {
    this(ingest, new DropLog(Log.standard(), Clock.systemUTC()));
  }

  DropMessages(Ingest ingest, DropLog log) {
    this.ingest = ingest;
    this.log = log;
  }

  /**
   * A message about dropped objects.
   *
   * @param deliveries how often it has been delivered, this time included
   */
  public record Message(String id, int deliveries, String body) {}

  /** Takes in the objects of a message; false if it is to be delivered again. */
  public boolean take(Message message) {
    try {
      var notification = DropNotification.read(message.body());
      var allTaken = true;
      for (var dropped : notification.dropped()) {
        allTaken &= isTaken(dropped, message.deliveries(), notification.replay());
      }
      return allTaken;
    } catch (DropNotification.Unreadable unreadable) {
      log.failed(message.id(), message.deliveries(), unreadable);
      return false;
    }
  }

  private boolean isTaken(Dropped dropped, int deliveries, boolean replay) {
    var started = System.nanoTime();
    try {
      log.taken(ingest.take(dropped, deliveries, replay), started, replay);
      return true;
    } catch (RuntimeException failure) {
      log.failed(dropped.receiptId(), deliveries, failure);
      noteFailure(dropped, deliveries);
      return false;
    }
  }

  /**
   * Writes the receipt of a failure if that much still works; if not, the dead-letter queue's
   * consumer does.
   */
  private void noteFailure(Dropped dropped, int deliveries) {
    try {
      ingest.fail(dropped, deliveries);
    } catch (RuntimeException failure) {
      log.failed(dropped.receiptId(), deliveries, failure);
    }
  }

  /**
   * Writes the receipt {@code failed} for the objects of a message that has been given up; false if
   * it is to be delivered again. It needs no bytes of them: it works where reading them is what
   * failed.
   */
  public boolean giveUp(Message message) {
    try {
      for (var dropped : DropNotification.read(message.body()).dropped()) {
        var started = System.nanoTime();
        log.givenUp(ingest.fail(dropped, message.deliveries()), started);
      }
      return true;
    } catch (RuntimeException failure) {
      log.failed(message.id(), message.deliveries(), failure);
      return false;
    }
  }
}
