package extrablatt.http;

import extrablatt.domain.Caller;
import java.util.Map;

/**
 * Stands before a function of the Newsroom API: nobody gets in without an authorizer's claims,
 * whatever the gateway let through, and no cache keeps an answer.
 */
public final class NewsroomGuard implements Filter {
  private final boolean samLocal;

  private NewsroomGuard(boolean samLocal) {
    this.samLocal = samLocal;
  }

  /**
   * The guard of a function in that environment. SAM CLI has no authorizer and says so by {@code
   * AWS_SAM_LOCAL}; it sets that variable itself, on a developer's machine only.
   */
  public static NewsroomGuard in(Map<String, String> environment) {
    return new NewsroomGuard("true".equals(environment.get("AWS_SAM_LOCAL")));
  }

  @Override
  public Endpoint around(Endpoint endpoint) {
    return request ->
        endpoint.handle(admitted(request)).with("Cache-Control", CacheControl.NO_STORE);
  }

  private Request admitted(Request request) {
    if (request.claims() != null) return request;
    if (samLocal) return request.as(Claims.ofSamLocal());
    throw nobody();
  }

  /** Who calls. */
  public static Caller caller(Request request) {
    return claims(request).caller();
  }

  /** Refuses a caller without a scope that the gateway does not ask for (403). */
  public static void requires(Request request, String scope) {
    if (!claims(request).grant(scope))
      throw Refusal.forbidden("This needs the scope " + scope + ".");
  }

  private static Claims claims(Request request) {
    var claims = request.claims();
    if (claims == null) throw nobody();
    return claims;
  }

  private static Refusal nobody() {
    return Refusal.unauthorized("The Newsroom API needs a token.");
  }
}
