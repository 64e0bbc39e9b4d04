package extrablatt.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Which events a rule of the event bus, or the filter of a stream, lets through. */
public sealed interface EventPattern {

  boolean matches(JsonNode event);

  /** Reads a pattern: each field has to be there and to match. */
  static EventPattern of(Value pattern) {
    if (pattern.isList()) {
      var tests = new ArrayList<Predicate<JsonNode>>();
      pattern.items().forEach(item -> tests.add(Tests.of(item)));
      return new AnyOf(tests);
    }
    var fields = new LinkedHashMap<String, EventPattern>();
    pattern
        .entries()
        .forEach((name, value) -> {
          if (name.startsWith("$")) {
            throw new TemplateError(value.line(), "cannot match by " + name);
          }
          fields.put(name, of(value));
        });
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

  /** A value, or one value of a list, that passes one of the tests. */
  record AnyOf(List<Predicate<JsonNode>> tests) implements EventPattern {
    public AnyOf {
      tests = List.copyOf(tests);
    }

    @Override
    public boolean matches(JsonNode event) {
      return passes(event) || (event.isArray() && event.valueStream().anyMatch(this::passes));
    }

    private boolean passes(JsonNode event) {
      return tests.stream().anyMatch(test -> test.test(event));
    }
  }

  /** The tests of one value that the local stack knows; what is not there is a missing node. */
  final class Tests {
    private Tests() {}

    static Predicate<JsonNode> of(Value item) {
      if (!item.isMapping()) {
        return text(item.text()::equals);
      }
      var only = item.entries().entrySet().iterator().next();
      var argument = only.getValue();
      return switch (only.getKey()) {
        case "prefix" -> one(argument, String::startsWith);
        case "suffix" -> one(argument, String::endsWith);
        case "exists" -> exists(Boolean.parseBoolean(argument.text()));
        case "anything-but" -> text(_ -> true).and(any(argument).negate());
        default -> throw new TemplateError(item.line(), "cannot match by " + only.getKey());
      };
    }

    private static Predicate<JsonNode> text(Predicate<String> test) {
      return node -> node.isValueNode() && test.test(node.asText());
    }

    private static Predicate<JsonNode> exists(boolean wished) {
      return node -> node.isMissingNode() != wished;
    }

    private static Predicate<JsonNode> any(Value argument) {
      return argument.isList()
          ? argument.items().stream().map(Tests::of).reduce(_ -> false, Predicate::or)
          : of(argument);
    }

    private static Predicate<JsonNode> one(Value argument, BiPredicate<String, String> test) {
      var texts =
          argument.isList()
              ? argument.items().stream().map(Value::text).toList()
              : List.of(argument.text());
      return text(value -> texts.stream().anyMatch(it -> test.test(value, it)));
    }
  }
}
