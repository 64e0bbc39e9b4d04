package extrablatt.http;

import extrablatt.log.Line;
import extrablatt.log.Log;
import extrablatt.log.Metric;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One line of JSON for every call: what came of it, and never what was sent or answered. */
final class OutcomeLog {
  private static final int LONGEST_ID = 100;

  private final Log log;
  private final String function;

  OutcomeLog(Log log, String function) {
    this.log = log;
    this.function = function;
  }

  /** The gateway's own id is what a problem document names. */
  Line answered(
      Request request, Response response, Duration duration, @Nullable Exception failure) {
    var line =
        log.line("http")
            .text("route", request.routeKey())
            .number("status", response.status())
            .number("milliseconds", duration.toMillis())
            .text("gatewayRequestId", request.id());
    ids(request, response).forEach((name, id) -> line.text(name, shortened(id)));
    if (failure != null) line.text("failure", stackTrace(failure));
    return line.metric(Metric.REQUEST_LATENCY, duration.toMillis(), function);
  }

  private static Map<String, String> ids(Request request, Response response) {
    var ids = new TreeMap<>(request.pathParameters());
    response
        .header("Location")
        .map(OutcomeLog::withoutSignature)
        .ifPresent(location -> ids.put("location", location));
    return ids;
  }

  /** Whoever has a presigned address with its query may fetch what it leads to. */
  private static String withoutSignature(String location) {
    int query = location.indexOf('?');
    return query < 0 ? location : location.substring(0, query);
  }

  private static String shortened(String id) {
    return id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
  }

  private static String stackTrace(Exception failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
