package extrablatt.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import extrablatt.domain.ingest.ArticleIngest;
import extrablatt.domain.ingest.Dropped;
import extrablatt.formats.json.DropNotification;
import extrablatt.storage.Storage;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the articles that were dropped into S3. A message that fails is delivered again; the
 * others are not.
 */
public final class ArticleIngestFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final ArticleIngest ingest;

  /** Wired by the process's environment. */
  public ArticleIngestFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public ArticleIngestFunction(Map<String, String> environment) {
    this(Wiring.ingest(Storage.from(environment), environment));
  }

  ArticleIngestFunction(ArticleIngest ingest) {
    this.ingest = ingest;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
    var failures = new ArrayList<BatchItemFailure>();
    for (var message : event.getRecords()) {
      if (!isTaken(message)) failures.add(new BatchItemFailure(message.getMessageId()));
    }
    return new SQSBatchResponse(failures);
  }

  private boolean isTaken(SQSMessage message) {
    var deliveries = Deliveries.of(message);
    try {
      var notification = DropNotification.read(message.getBody());
      var allTaken = true;
      for (var dropped : notification.dropped()) {
        allTaken &= isTaken(dropped, deliveries, notification.replay());
      }
      return allTaken;
    } catch (DropNotification.Unreadable unreadable) {
      Log.failed(message.getMessageId(), deliveries, unreadable);
      return false;
    }
  }

  private boolean isTaken(Dropped dropped, int deliveries, boolean replay) {
    var started = System.nanoTime();
    try {
      Log.taken(ingest.take(dropped, deliveries, replay), started);
      return true;
    } catch (RuntimeException failure) {
      Log.failed(dropped.receiptId(), deliveries, failure);
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
      Log.failed(dropped.receiptId(), deliveries, failure);
    }
  }
}
