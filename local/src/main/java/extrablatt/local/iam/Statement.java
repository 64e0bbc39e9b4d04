package extrablatt.local.iam;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One statement of a role's policies.
 *
 * @param allows false for one that denies
 */
public record Statement(
    String sid,
    boolean allows,
    List<String> actions,
    List<String> resources,
    List<Condition> conditions) {
  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }

  /** Everything that it lists: actions, resources, and values of conditions. */
  public List<String> parts() {
    return Stream.of(
            actions.stream(),
            resources.stream(),
            conditions.stream().flatMap(condition -> condition.values().stream()))
        .flatMap(part -> part)
        .toList();
  }

  boolean covers(Call call) {
    return action(call).isPresent()
        && resource(call).isPresent()
        && conditions.stream().allMatch(condition -> condition.holds(call.context()));
  }

  /** Those of its parts that a call needs which it covers. */
  List<String> needed(Call call) {
    return Stream.of(
            action(call).stream(),
            resource(call).stream(),
            conditions.stream().flatMap(condition -> condition.needed(call.context()).stream()))
        .flatMap(part -> part)
        .toList();
  }

  private Optional<String> action(Call call) {
    return first(actions, pattern -> Wildcard.matchesAction(pattern, call.action()));
  }

  private Optional<String> resource(Call call) {
    return first(resources, pattern -> Wildcard.matches(pattern, call.resource()));
  }

  private static Optional<String> first(List<String> parts, Predicate<String> wanted) {
    return parts.stream().filter(wanted).findFirst();
  }
}
