package extrablatt.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An expression of DynamoDB's. Attribute names stand in it as {@code #name}, always, so that none
 * meets a reserved word; values stand in it as {@code :name}.
 */
record Expression(String text, Map<String, AttributeValue> values) {
  /** That there is no such row. */
  static final Expression ABSENT = new Expression("attribute_not_exists(#pk)", Map.of());

  /** That there is such a row. */
  static final Expression PRESENT = new Expression("attribute_exists(#pk)", Map.of());

  /** That there is such a row, or that there is none. */
  static final Expression ANYWAY =
      new Expression("attribute_exists(#pk) OR attribute_not_exists(#pk)", Map.of());

  private static final Pattern NAME = Pattern.compile("#(\\w+)");

  Expression {
    values = Map.copyOf(values);
  }

  /** The attribute names of some expressions, as DynamoDB wants them declared. */
  static Map<String, String> names(Expression... expressions) {
    var names = new HashMap<String, String>();
    for (var expression : expressions) {
      NAME.matcher(expression.text)
          .results()
          .forEach(match -> names.put(match.group(), match.group(1)));
    }
    return names;
  }

  /** The values of an update and its condition together. */
  static Map<String, AttributeValue> values(Expression update, Expression condition) {
    var values = new HashMap<>(update.values);
    values.putAll(condition.values);
    return values;
  }
}
