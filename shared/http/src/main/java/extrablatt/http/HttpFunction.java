package extrablatt.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import extrablatt.log.Call;
import extrablatt.log.Line;
import extrablatt.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Lambda function that answers an HTTP API: a request in, a response out. */
public abstract class HttpFunction implements RequestStreamHandler {
  private final Router router;
  private final Endpoint endpoint;
  private final OutcomeLog outcomes;

  /** A function with these routes; the first filter is the outermost. */
  protected HttpFunction(Router router, Filter... filters) {
    this(Log.standard(), router, filters);
  }

  HttpFunction(Log log, Router router, Filter... filters) {
    this.router = router;
    outcomes = new OutcomeLog(log, getClass().getSimpleName());
    Endpoint filtered = router;
    for (var filter : List.of(filters).reversed()) filtered = filter.around(filtered);
    endpoint = filtered;
  }

  /** The keys of the routes that it answers; HEAD routes go without saying. */
  public final Set<String> routes() {
    return router.routes();
  }

  @Override
  public final void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
      throws IOException {
    var requestId = context == null ? null : context.getAwsRequestId();
    var response = Call.within(requestId, () -> handle(RequestJson.read(event)));
    Json.write(answer, json -> ResponseJson.write(response, json));
  }

  /** Puts a function's own metrics on the line of a call. */
  protected void measure(Request request, Response response, Duration duration, Line line) {}

  /** The answer to a request, which is a problem document where something comes in the way. */
  public final Response handle(Request request) {
    long start = System.nanoTime();
    @Nullable Exception failure = null;
    Response response;
    try {
      response = endpoint.handle(request);
    } catch (Exception exception) {
      var problem = Problems.of(exception);
      if (problem.type() == ProblemType.INTERNAL) failure = exception;
      response = problem.response(request.id());
    }
    var duration = Duration.ofNanos(System.nanoTime() - start);
    var line = outcomes.answered(request, response, duration, failure);
    measure(request, response, duration, line);
    line.write();
    return request.method().equals("HEAD") ? response.withoutBody() : response;
  }
}
