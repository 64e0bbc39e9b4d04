package extrablatt.local.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in the template that the views read from: evaluated when asked, with the line in every
 * complaint.
 */
record Value(Evaluator evaluator, Node node) {

  Value {
    node = evaluator.settled(node);
  }

  int line() {
    return node.line();
  }

  boolean isMapping() {
    return evaluator.resolve(node) instanceof Node.Mapping;
  }

  boolean isList() {
    return evaluator.resolve(node) instanceof Node.Sequence;
  }

  Optional<Value> find(String key) {
    return switch (evaluator.resolve(node)) {
      case Node.Mapping mapping -> present(mapping.get(key));
      case Node.Nothing _ -> Optional.empty();
      case Node.Scalar _, Node.Sequence _, Node.Intrinsic _ -> throw unexpected("a mapping");
    };
  }

  Value get(String key) {
    return find(key).orElseThrow(() -> new TemplateError(line(), "there is no " + key + " here"));
  }

  /** The value at the end of a path, where each step is there. */
  Optional<Value> find(String key, String... more) {
    var value = find(key);
    for (var next : more) {
      value = value.flatMap(place -> place.find(next));
    }
    return value;
  }

  String text() {
    return evaluator.text(node);
  }

  /** The JSON that stands here as a string. */
  Value json() {
    return new Value(evaluator, YamlTemplate.json(text(), line()));
  }

  @Nullable String text(String key) {
    return find(key).map(Value::text).orElse(null);
  }

  int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw unexpected("a whole number");
    }
  }

  int number(String key, int standard) {
    return find(key).map(Value::number).orElse(standard);
  }

  Duration seconds(String key, Duration standard) {
    return find(key).map(value -> Duration.ofSeconds(value.number())).orElse(standard);
  }

  boolean flag(String key) {
    return find(key).map(value -> Boolean.parseBoolean(value.text())).orElse(false);
  }

  List<Value> items() {
    return evaluator.items(node).stream().map(item -> new Value(evaluator, item)).toList();
  }

  List<Value> items(String key) {
    return find(key).map(Value::items).orElse(List.of());
  }

  List<String> texts(String key) {
    return items(key).stream().map(Value::text).toList();
  }

  /** The entries that are there, in the template's order. */
  Map<String, Value> entries() {
    return switch (evaluator.resolve(node)) {
      case Node.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Value>();
        mapping
            .entries()
            .forEach((key, child) -> present(child).ifPresent(it -> entries.put(key, it)));
        yield entries;
      }
      case Node.Nothing _ -> Map.of();
      case Node.Scalar _, Node.Sequence _, Node.Intrinsic _ -> throw unexpected("a mapping");
    };
  }

  Map<String, Value> entries(String key) {
    return find(key).map(Value::entries).orElse(Map.of());
  }

  /** The logical id of the resource that a {@code Ref} or {@code GetAtt} names here. */
  String resource() {
    if (node instanceof Node.Intrinsic intrinsic) {
      if (intrinsic.function().equals("Ref")) {
        // SAM lets functions be named by what it makes of them, such as Function.Alias.
        return evaluator.text(intrinsic.argument()).split("\\.", 2)[0];
      }
      if (intrinsic.function().equals("GetAtt")) {
        return intrinsic.argument() instanceof Node.Sequence sequence
            ? evaluator.text(sequence.items().getFirst())
            : evaluator.text(intrinsic.argument()).split("\\.", 2)[0];
      }
    }
    throw unexpected("a Ref or GetAtt of a resource");
  }

  private Optional<Value> present(@Nullable Node child) {
    return Optional.ofNullable(child)
        .map(it -> new Value(evaluator, it))
        .filter(value -> !(value.node() instanceof Node.Nothing));
  }

  private TemplateError unexpected(String what) {
    return new TemplateError(line(), what + " is expected here");
  }
}
