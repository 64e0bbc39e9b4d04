package extrablatt.local.template;

import extrablatt.local.iam.Condition;
import extrablatt.local.iam.Role;
import extrablatt.local.iam.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Reads what roles allow. */
final class RoleView {
  private RoleView() {}

  static Role role(String id, Value properties) {
    return new Role(
        id,
        properties.items("Policies").stream()
            .flatMap(policy -> policy.get("PolicyDocument").items("Statement").stream())
            .map(RoleView::statement)
            .toList());
  }

  private static Statement statement(Value statement) {
    var sid = statement.text("Sid");
    return new Statement(
        sid == null ? "" : sid,
        statement.get("Effect").text().equals("Allow"),
        oneOrMore(statement.get("Action")),
        oneOrMore(statement.get("Resource")),
        statement.entries("Condition").entrySet().stream()
            .flatMap(operator -> conditions(operator.getKey(), operator.getValue()))
            .toList());
  }

  private static Stream<Condition> conditions(String operator, Value keys) {
    return keys.entries().entrySet().stream()
        .map(key -> condition(operator, key.getKey(), key.getValue()));
  }

  private static Condition condition(String operator, String key, Value values) {
    try {
      return Condition.of(operator, key, oneOrMore(values));
    } catch (IllegalArgumentException e) {
      throw new TemplateError(values.line(), "the local stack " + e.getMessage());
    }
  }

  private static List<String> oneOrMore(Value value) {
    return value.isList()
        ? value.items().stream().map(Value::text).toList()
        : List.of(value.text());
  }
}
