package extrablatt.contract;

import static extrablatt.contract.ProjectFiles.TEMPLATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The template as it is written; of an intrinsic there is its argument. */
final class TemplateTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TemplateTree() {}

  static JsonNode read() throws IOException {
    return new Compose(LoadSettings.builder().build())
        .composeString(Files.readString(TEMPLATE))
        .map(TemplateTree::json)
        .orElseThrow();
  }

  private static JsonNode json(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        var object = JSON.objectNode();
        mapping
            .getValue()
            .forEach(it ->
                object.set(((ScalarNode) it.getKeyNode()).getValue(), json(it.getValueNode())));
        yield object;
      }
      case SequenceNode sequence -> {
        var array = JSON.arrayNode();
        sequence.getValue().forEach(item -> array.add(json(item)));
        yield array;
      }
      case ScalarNode scalar -> JSON.textNode(scalar.getValue());
      case Node other -> throw new IllegalArgumentException("unexpected YAML: " + other);
    };
  }
}
