package extrablatt.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the client gets; headers by lower-case name. */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and read by one thread.
record Response(int status, Map<String, List<String>> headers, byte[] body) {

  /** A refusal of the gateway itself. */
  static Response message(int status, String message) {
    return new Response(
        status,
        Map.of("content-type", List.of("application/json")),
        "{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8));
  }

  static Response notFound() {
    return message(404, "Not Found");
  }

  static Response tooLarge() {
    return message(413, "Request Entity Too Large");
  }

  static Response internalError() {
    return message(500, "Internal Server Error");
  }

  static Response unavailable() {
    return message(503, "Service Unavailable");
  }

  /** This response with a header set to one value. */
  Response with(String name, String value) {
    var changed = new LinkedHashMap<>(headers);
    changed.put(name, new ArrayList<>(List.of(value)));
    return new Response(status, changed, body);
  }

  Response without(String prefix) {
    var changed = new LinkedHashMap<>(headers);
    changed.keySet().removeIf(name -> name.startsWith(prefix));
    return new Response(status, changed, body);
  }
}
