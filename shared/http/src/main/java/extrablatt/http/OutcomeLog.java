package extrablatt.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One line of JSON for every call: what came of it, and never what was sent or answered. */
final class OutcomeLog {
  private static final int LONGEST_ID = 100;

  private final Consumer<String> lines;

  OutcomeLog(Consumer<String> lines) {
    this.lines = lines;
  }

  void answered(
      Request request, Response response, Duration duration, @Nullable Exception failure) {
    lines.accept(Json.bytes(json -> write(json, request, response, duration, failure)).text());
  }

  private static void write(
      JsonGenerator json,
      Request request,
      Response response,
      Duration duration,
      @Nullable Exception failure)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("event", "http");
    json.writeStringField("route", request.routeKey());
    json.writeNumberField("status", response.status());
    json.writeNumberField("milliseconds", duration.toMillis());
    json.writeStringField("requestId", request.id());
    for (var id : ids(request, response).entrySet()) {
      json.writeStringField(id.getKey(), shortened(id.getValue()));
    }
    if (failure != null) json.writeStringField("failure", stackTrace(failure));
    json.writeEndObject();
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
