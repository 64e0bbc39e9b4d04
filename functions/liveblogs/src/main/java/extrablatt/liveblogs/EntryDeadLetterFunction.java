package extrablatt.liveblogs;

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
 * Writes the receipt {@code failed} for entries that ingest has given up on, so that none fails in
 * silence.
 */
public final class EntryDeadLetterFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final DropMessages messages;

  /** Wired by the process's environment. */
  public EntryDeadLetterFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public EntryDeadLetterFunction(Map<String, String> environment) {
    this(EntryIngestWiring.ingest(Storage.from(environment), environment));
  }

  EntryDeadLetterFunction(Ingest ingest) {
    this.messages = new DropMessages(ingest);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
    return Batch.each(event, context, messages::giveUp);
  }
}
