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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells sockets that liveblogs have new changes, and the CDN, where there is one, what was
 * withdrawn or removed. A socket that could not be told is not told again: the next change, or the
 * next poll, makes up for it. An invalidation that fails is tried again with its records.
 */
public final class PushFunction implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final PublicationLog log = new PublicationLog(Log.standard());
  private final Push push;
  private final Gone gone;

  /** Wired by the process's environment. */
  public PushFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public PushFunction(Map<String, String> environment) {
    this(Storage.from(environment), environment);
  }

  private PushFunction(Storage storage, Map<String, String> environment) {
    this(
        new Push(storage.sockets(), GatewaySender.from(environment)),
        new Gone(storage.publicLiveblogs(), CloudFront.from(environment)));
  }

  PushFunction(Push push, Gone gone) {
    this.push = push;
    this.gone = gone;
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, @Nullable Context context) {
    var requestId = context == null ? null : context.getAwsRequestId();
    return Call.within(requestId, () -> handle(event));
  }

  private StreamsEventResponse handle(DynamodbEvent event) {
    var heads = new LinkedHashMap<LiveblogId, Long>();
    var records = Records.of(event);
    for (var record : records) {
      Records.change(record).log().ifPresent(liveblog -> note(liveblog, record, heads));
    }
    heads.forEach(this::tell);
    return invalidate(records);
  }

  private StreamsEventResponse invalidate(List<DynamodbStreamRecord> records) {
    var started = System.nanoTime();
    try {
      int paths = gone.invalidate(records);
      if (paths > 0) log.invalidated(paths, started);
      return Records.done();
    } catch (RuntimeException failure) {
      log.notInvalidated(failure);
      return Records.from(records.getFirst());
    }
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
