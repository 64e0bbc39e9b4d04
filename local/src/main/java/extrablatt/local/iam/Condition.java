package extrablatt.local.iam;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the values of a condition key have to be for a statement to count ("IAM JSON policy
 * elements: Condition operators" of the IAM user guide).
 */
public record Condition(Quantifier quantifier, Test test, String key, List<String> values) {
  private static final String ALL = "ForAllValues:";
  private static final String ANY = "ForAnyValue:";

  /** Of how many of the call's values the test has to hold. */
  public enum Quantifier {
    /** Of the only one; a call without a value fails. */
    ONE,
    /** Of each; a call without a value passes, which is what a {@code Null} condition is for. */
    ALL_VALUES,
    /** Of at least one; a call without a value fails. */
    ANY_VALUE
  }

  /** What is asked of a value. */
  public enum Test {
    STRING_EQUALS,
    STRING_LIKE,
    /** Whether the call has no value at all. */
    NULL
  }

  public Condition {
    values = List.copyOf(values);
  }

  /**
   * The condition that a policy writes as {@code operator: {key: values}}.
   *
   * @throws IllegalArgumentException for an operator that is not known here
   */
  public static Condition of(String operator, String key, List<String> values) {
    var quantifier =
        operator.startsWith(ALL)
            ? Quantifier.ALL_VALUES
            : operator.startsWith(ANY) ? Quantifier.ANY_VALUE : Quantifier.ONE;
    var test =
        switch (operator.substring(operator.indexOf(':') + 1)) {
          case "StringEquals" -> Test.STRING_EQUALS;
          case "StringLike" -> Test.STRING_LIKE;
          case "Null" -> Test.NULL;
          default -> throw new IllegalArgumentException("cannot check the operator " + operator);
        };
    return new Condition(quantifier, test, key, values);
  }

  boolean holds(Map<String, List<String>> context) {
    var given = context.getOrDefault(key, List.of());
    if (test == Test.NULL) return values.contains(String.valueOf(given.isEmpty()));
    return switch (quantifier) {
      case ONE, ANY_VALUE -> given.stream().anyMatch(value -> match(value).isPresent());
      case ALL_VALUES -> given.stream().allMatch(value -> match(value).isPresent());
    };
  }

  /** Those of its values that a call needs. */
  List<String> needed(Map<String, List<String>> context) {
    return context.getOrDefault(key, List.of()).stream()
        .flatMap(value -> match(value).stream())
        .distinct()
        .toList();
  }

  private Optional<String> match(String value) {
    return values.stream().filter(pattern -> matches(pattern, value)).findFirst();
  }

  private boolean matches(String pattern, String value) {
    return switch (test) {
      case STRING_EQUALS -> pattern.equals(value);
      case STRING_LIKE -> Wildcard.matches(pattern, value);
      case NULL -> false;
    };
  }
}
