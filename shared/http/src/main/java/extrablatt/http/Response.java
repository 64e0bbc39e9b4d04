package extrablatt.http;

import extrablatt.domain.Bytes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param headers in their order, under the names they are sent with
 * @param binary whether the body is anything but text in UTF-8
 */
public record Response(int status, Map<String, String> headers, Bytes body, boolean binary) {
  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  public Response {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** An answer without a body. */
  public static Response of(int status) {
    return new Response(status, Map.of(), NOTHING, false);
  }

  /** An answer whose body is JSON. */
  public static Response json(int status, Bytes body) {
    return of(status).withText("application/json", body);
  }

  /** Whether the call did what it was to do. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The same with a header, in place of one of that name. */
  public Response with(String name, String value) {
    var changed = new LinkedHashMap<>(headers);
    changed.keySet().removeIf(name::equalsIgnoreCase);
    changed.put(name, value);
    return new Response(status, changed, body, binary);
  }

  /** The same with a body in UTF-8. */
  public Response withText(String contentType, Bytes text) {
    return new Response(status, headers, text, false).with("Content-Type", contentType);
  }

  /** The same with a body that is not text. */
  public Response withBinary(String contentType, Bytes bytes) {
    return new Response(status, headers, bytes, true).with("Content-Type", contentType);
  }

  /** The same as HEAD answers it: without the body, but with its length. */
  public Response withoutBody() {
    var bodiless = new Response(status, headers, NOTHING, false);
    if (body.length() == 0) return bodiless;
    return bodiless.with("Content-Length", String.valueOf(body.length()));
  }
}
