package extrablatt.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import extrablatt.domain.ingest.Ingest;
import extrablatt.formats.drops.DropMessages;
import extrablatt.queues.Batch;
import extrablatt.storage.Storage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the receipt {@code failed} for documents that ingest has given up on, so that none fails
 * in silence.
 */
public final class DeadLetterFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final DropMessages messages;

  /** Wired by the process's environment. */
  public DeadLetterFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public DeadLetterFunction(Map<String, String> environment) {
    this(Wiring.ingest(Storage.from(environment), environment));
  }

  DeadLetterFunction(Ingest ingest) {
    this.messages = new DropMessages(ingest);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
    return Batch.each(event, context, messages::giveUp);
  }
}
