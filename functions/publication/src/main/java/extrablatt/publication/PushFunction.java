package extrablatt.publication;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.push.Push;
import extrablatt.log.Call;
import extrablatt.log.Log;
import extrablatt.storage.Storage;
import extrablatt.storage.TableChange;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells sockets that liveblogs have new changes. What fails is not tried again: the next change, or
 * the next poll, makes up for it.
 */
public final class PushFunction implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final PublicationLog log = new PublicationLog(Log.standard());
  private final Push push;

  /** Wired by the process's environment. */
  public PushFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public PushFunction(Map<String, String> environment) {
    this(new Push(Storage.from(environment).sockets(), GatewaySender.from(environment)));
  }

  PushFunction(Push push) {
    this.push = push;
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, @Nullable Context context) {
    var requestId = context == null ? null : context.getAwsRequestId();
    return Call.within(requestId, () -> handle(event));
  }

  private StreamsEventResponse handle(DynamodbEvent event) {
    var heads = new LinkedHashMap<LiveblogId, Long>();
    for (var record : event.getRecords()) {
      Records.change(record).log().ifPresent(liveblog -> note(liveblog, record, heads));
    }
    heads.forEach(this::tell);
    return Records.done();
  }

  /** Of several changes the last one says all. */
  private static void note(
      LiveblogId liveblog, DynamodbStreamRecord record, Map<LiveblogId, Long> heads) {
    var image = record.getDynamodb().getNewImage();
    var headSeq = image == null ? null : image.get(TableChange.HEAD_SEQ);
    if (headSeq != null) heads.merge(liveblog, Long.valueOf(headSeq.getN()), Math::max);
  }

  private void tell(LiveblogId liveblog, long headSeq) {
    var started = System.nanoTime();
    try {
      log.told(liveblog, headSeq, push.tell(liveblog, headSeq), started);
    } catch (RuntimeException failure) {
      log.failed("push", liveblog, failure);
    }
  }
}
