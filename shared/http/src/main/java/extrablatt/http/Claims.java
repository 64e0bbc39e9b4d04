package extrablatt.http;

import extrablatt.domain.Caller;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the gateway's authorizer found in a caller's token. */
public final class Claims {
  /** What Cognito puts before the name of each scope. */
  private static final String RESOURCE_SERVER = "extrablatt/";

  private final Map<String, String> values;
  private final Set<String> scopes;
  private final boolean unchecked;

  private Claims(Map<String, String> values, Set<String> scopes, boolean unchecked) {
    this.values = Map.copyOf(values);
    this.scopes = Set.copyOf(scopes);
    this.unchecked = unchecked;
  }

  /**
   * The claims as the gateway writes them: each a string, a list as {@code [a b]}. What a token
   * grants is its own {@code scope} or {@code scp}; the event's {@code scopes} are those that the
   * route asks for.
   */
  public static Claims of(Map<String, String> values) {
    var granted =
        Stream.of("scope", "scp")
            .map(values::get)
            .flatMap(Stream::ofNullable)
            .flatMap(text -> Arrays.stream(text.replaceAll("[\\[\\]]", "").split("[ ,]+", -1)))
            .filter(scope -> !scope.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return new Claims(values, granted, false);
  }

  /** Whoever calls through {@code sam local}, which checks no token: may do everything. */
  static Claims ofSamLocal() {
    return new Claims(Map.of("client_id", "sam-local"), Set.of(), true);
  }

  /** The value of a claim. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Whether the token grants a scope, by itself or with the resource server's name before it. */
  public boolean grant(String scope) {
    return unchecked || scopes.contains(scope) || scopes.contains(RESOURCE_SERVER + scope);
  }

  /** Who calls: the client, the user, or else the subject. */
  public Caller caller() {
    return Stream.of("client_id", "username", "sub")
        .map(values::get)
        .flatMap(Stream::ofNullable)
        .filter(name -> !name.isBlank())
        .findFirst()
        .map(Caller::new)
        .orElseThrow(() -> Refusal.unauthorized("The token names no caller."));
  }
}
