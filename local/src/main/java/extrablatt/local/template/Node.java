package extrablatt.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of the template, with the line where it begins. */
sealed interface Node {

  int line();

  /** A string, number or boolean as it is written; its type is only known to whoever reads it. */
  record Scalar(int line, String text) implements Node {}

  /** A YAML null, and what {@code AWS::NoValue} becomes: as good as absent. */
  record Nothing(int line) implements Node {}

  record Sequence(int line, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  record Mapping(int line, Map<String, Node> entries) implements Node {
    public Mapping {
      entries = new LinkedHashMap<>(entries);
    }

    @Nullable Node get(String key) {
      return entries.get(key);
    }

    /** The entries of a mapping inside this one; none where it is not there. */
    Map<String, Node> section(String name) {
      return switch (entries.get(name)) {
        case null -> Map.of();
        case Mapping mapping -> mapping.entries();
        case Node node -> throw new TemplateError(node.line(), name + " is not a mapping");
      };
    }
  }

  /**
   * An intrinsic function under its long name without {@code Fn::}, e.g. {@code Ref} or {@code
   * Sub}.
   */
  record Intrinsic(int line, String function, Node argument) implements Node {}

  /**
   * This node with another one laid over it, as SAM lays a resource over the globals: mappings
   * merge, lists follow each other, everything else is replaced.
   */
  default Node overlaidBy(Node other) {
    return switch (this) {
      case Mapping base when other instanceof Mapping top -> {
        var merged = new LinkedHashMap<>(base.entries());
        top.entries().forEach((key, value) -> merged.merge(key, value, Node::overlaidBy));
        yield new Mapping(top.line(), merged);
      }
      case Sequence base when other instanceof Sequence top -> {
        var items = new ArrayList<>(base.items());
        items.addAll(top.items());
        yield new Sequence(top.line(), items);
      }
      case Mapping _, Sequence _, Scalar _, Nothing _, Intrinsic _ -> other;
    };
  }
}
