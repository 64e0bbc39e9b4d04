package extrablatt.local.gateway;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent.
 *
 * @param path still percent-encoded
 * @param query still percent-encoded, without the question mark; empty where there is none
 * @param headers by lower-case name
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and read by one thread.
record Request(
    String method,
    String path,
    String query,
    String protocol,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceIp,
    int port) {

  /** All values of a header in one; null where there is none. */
  @Nullable String header(String name) {
    var values = headers.get(name);
    return values == null ? null : String.join(",", values);
  }
}
