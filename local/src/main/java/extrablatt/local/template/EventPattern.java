package extrablatt.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which events a rule of the event bus lets through. */
public sealed interface EventPattern {

  boolean matches(JsonNode event);

  /** Reads a pattern: each field has to be there and to match. */
  static EventPattern of(Value pattern) {
    if (pattern.isList()) {
      var tests = new ArrayList<Predicate<String>>();
      pattern.items().forEach(item -> tests.add(Tests.of(item)));
      return new AnyOf(tests);
    }
    var fields = new LinkedHashMap<String, EventPattern>();
    pattern.entries().forEach((name, value) -> fields.put(name, of(value)));
    return new Fields(fields);
  }

  /** An object, all of whose named fields match. */
  record Fields(Map<String, EventPattern> fields) implements EventPattern {
    public Fields {
      fields = Map.copyOf(fields);
    }

    @Override
    public boolean matches(JsonNode event) {
      return fields.entrySet().stream()
          .allMatch(field -> field.getValue().matches(event.path(field.getKey())));
    }
  }

  /** A value that passes one of the tests. */
  record AnyOf(List<Predicate<String>> tests) implements EventPattern {
    public AnyOf {
      tests = List.copyOf(tests);
    }

    @Override
    public boolean matches(JsonNode event) {
      return event.isValueNode() && tests.stream().anyMatch(test -> test.test(event.asText()));
    }
  }

  /** The tests of one value that the local stack knows. */
  final class Tests {
    private Tests() {}

    static Predicate<String> of(Value item) {
      if (!item.isMapping()) {
        return item.text()::equals;
      }
      var only = item.entries().entrySet().iterator().next();
      var argument = only.getValue();
      return switch (only.getKey()) {
        case "prefix" -> one(argument, String::startsWith);
        case "suffix" -> one(argument, String::endsWith);
        case "anything-but" -> none(argument);
        default -> throw new TemplateError(item.line(), "cannot match by " + only.getKey());
      };
    }

    private static Predicate<String> none(Value argument) {
      return argument.isList()
          ? argument.items().stream().map(Tests::of).reduce(_ -> false, Predicate::or).negate()
          : of(argument).negate();
    }

    private static Predicate<String> one(
        Value argument, java.util.function.BiPredicate<String, String> test) {
      var texts =
          argument.isList()
              ? argument.items().stream().map(Value::text).toList()
              : List.of(argument.text());
      return value -> texts.stream().anyMatch(text -> test.test(value, text));
    }
  }
}
