package extrablatt.local.gateway;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an authorizer says of a request. */
sealed interface Verdict {

  /**
   * The caller may go on.
   *
   * @param claims each as text
   * @param scopes the token's, where the route asks for scopes; else null
   */
  record Admitted(Map<String, String> claims, @Nullable List<String> scopes) implements Verdict {}

  /** Nobody may come in without a token. */
  record NoToken() implements Verdict {}

  record BadToken(String description) implements Verdict {}

  record ScopeMissing() implements Verdict {}
}
