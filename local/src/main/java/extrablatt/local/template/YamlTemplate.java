package extrablatt.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML into nodes; short ({@code !Sub}) and long ({@code Fn::Sub}) intrinsics become the same
 * node.
 */
final class YamlTemplate {
  private YamlTemplate() {}

  static Node.Mapping read(String yaml) {
    var settings =
        LoadSettings.builder().setLabel("template").setMaxAliasesForCollections(1000).build();
    try {
      var root =
          new Compose(settings)
              .composeString(yaml)
              .orElseThrow(() -> new TemplateError(1, "the file is empty"));
      return node(root) instanceof Node.Mapping mapping
          ? mapping
          : fail(lineOf(root), "the template is not a mapping");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new TemplateError(line, "not YAML: " + e.getProblem());
    }
  }

  /** JSON is YAML too; every complaint about it names the line that the string begins in. */
  static Node json(String text, int line) {
    try {
      var settings = LoadSettings.builder().setLabel("JSON").build();
      return new Compose(settings)
          .composeString(text)
          .map(root -> onLine(line, node(root)))
          .orElseThrow(() -> new TemplateError(line, "JSON is expected here"));
    } catch (MarkedYamlEngineException e) {
      throw new TemplateError(line, "not JSON: " + e.getProblem());
    }
  }

  private static Node onLine(int line, Node node) {
    return switch (node) {
      case Node.Nothing _ -> new Node.Nothing(line);
      case Node.Scalar scalar -> new Node.Scalar(line, scalar.text());
      case Node.Intrinsic it ->
          new Node.Intrinsic(line, it.function(), onLine(line, it.argument()));
      case Node.Sequence sequence ->
          new Node.Sequence(line, sequence.items().stream().map(it -> onLine(line, it)).toList());
      case Node.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Node>();
        mapping.entries().forEach((key, value) -> entries.put(key, onLine(line, value)));
        yield new Node.Mapping(line, entries);
      }
    };
  }

  private static Node.Mapping fail(int line, String message) {
    throw new TemplateError(line, message);
  }

  private static Node node(org.snakeyaml.engine.v2.nodes.Node yaml) {
    var tag = yaml.getTag().getValue();
    if (tag.startsWith("!") && tag.length() > 1) {
      return new Node.Intrinsic(lineOf(yaml), tag.substring(1), untagged(yaml));
    }
    return untagged(yaml);
  }

  private static Node untagged(org.snakeyaml.engine.v2.nodes.Node yaml) {
    int line = lineOf(yaml);
    return switch (yaml) {
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> new Node.Nothing(line);
      case ScalarNode scalar -> new Node.Scalar(line, scalar.getValue());
      case SequenceNode sequence ->
          new Node.Sequence(line, sequence.getValue().stream().map(YamlTemplate::node).toList());
      case MappingNode mapping -> mapping(line, mapping);
      default -> throw new TemplateError(line, "unexpected YAML");
    };
  }

  private static Node mapping(int line, MappingNode mapping) {
    var entries = new LinkedHashMap<String, Node>();
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new TemplateError(line, "a key has to be a plain word");
      }
      entries.put(key.getValue(), node(tuple.getValueNode()));
    }
    return longForm(line, entries);
  }

  private static Node longForm(int line, Map<String, Node> entries) {
    if (entries.size() == 1) {
      var only = entries.entrySet().iterator().next();
      if (only.getKey().equals("Ref")) {
        return new Node.Intrinsic(line, "Ref", only.getValue());
      }
      if (only.getKey().startsWith("Fn::")) {
        return new Node.Intrinsic(line, only.getKey().substring("Fn::".length()), only.getValue());
      }
    }
    return new Node.Mapping(line, entries);
  }

  private static int lineOf(org.snakeyaml.engine.v2.nodes.Node yaml) {
    return yaml.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
