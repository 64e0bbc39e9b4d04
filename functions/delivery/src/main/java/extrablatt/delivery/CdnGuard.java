package extrablatt.delivery;

import extrablatt.http.Endpoint;
import extrablatt.http.Filter;
import extrablatt.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where there is a CDN, only what comes through it may say where the viewer is: anybody can call
 * the API directly and claim to be anywhere.
 */
final class CdnGuard implements Filter {
  /** What the CDN sends along, and nobody else knows. */
  static final String HEADER = "extrablatt-origin";

  private final @Nullable String secret;

  private CdnGuard(@Nullable String secret) {
    this.secret = secret;
  }

  /** The guard of a function in that environment; without a secret there is no CDN. */
  static CdnGuard in(Map<String, String> environment) {
    var secret = environment.get("ORIGIN_SECRET");
    return new CdnGuard(secret == null || secret.isBlank() ? null : secret);
  }

  @Override
  public Endpoint around(Endpoint endpoint) {
    return request ->
        endpoint.handle(
            isBelieved(request) ? request : request.withHeader(Viewer.COUNTRY, "unknown"));
  }

  private boolean isBelieved(Request request) {
    return secret == null || equal(request.header(HEADER).orElse(""), secret);
  }

  /** In constant time, so that nobody finds the secret letter by letter. */
  private static boolean equal(String given, String secret) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }
}
