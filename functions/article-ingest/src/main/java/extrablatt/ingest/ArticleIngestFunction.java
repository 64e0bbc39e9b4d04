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
 * Takes in the articles that were dropped into S3. A message that fails is delivered again; the
 * others are not.
 */
public final class ArticleIngestFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final DropMessages messages;

  /** Wired by the process's environment. */
  public ArticleIngestFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public ArticleIngestFunction(Map<String, String> environment) {
    this(Wiring.ingest(Storage.from(environment), environment));
  }

  ArticleIngestFunction(Ingest ingest) {
    this.messages = new DropMessages(ingest);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
    return Batch.each(event, context, messages::take);
  }
}
