package extrablatt.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import extrablatt.domain.ingest.ArticleIngest;
import extrablatt.formats.json.DropNotification;
import extrablatt.storage.Storage;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the receipt {@code failed} for documents that ingest has given up on, so that none fails
 * in silence. It needs no bytes of them: it works where reading them is what failed.
 */
public final class DeadLetterFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final ArticleIngest ingest;

  /** Wired by the process's environment. */
  public DeadLetterFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public DeadLetterFunction(Map<String, String> environment) {
    this(Wiring.ingest(Storage.from(environment), environment));
  }

  DeadLetterFunction(ArticleIngest ingest) {
    this.ingest = ingest;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
    var failures = new ArrayList<BatchItemFailure>();
    for (var message : event.getRecords()) {
      if (!isNoted(message)) failures.add(new BatchItemFailure(message.getMessageId()));
    }
    return new SQSBatchResponse(failures);
  }

  private boolean isNoted(SQSMessage message) {
    var deliveries = Deliveries.of(message);
    try {
      for (var dropped : DropNotification.read(message.getBody()).dropped()) {
        var started = System.nanoTime();
        Log.taken(ingest.fail(dropped, deliveries), started);
      }
      return true;
    } catch (RuntimeException failure) {
      Log.failed(message.getMessageId(), deliveries, failure);
      return false;
    }
  }
}
