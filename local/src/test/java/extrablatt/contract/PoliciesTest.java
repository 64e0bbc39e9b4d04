package extrablatt.contract;

import static extrablatt.contract.ProjectFiles.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What the template's policies give away, and to whom. */
final class PoliciesTest {
  private final Node template;

  PoliciesTest() throws IOException {
    template =
        new Compose(LoadSettings.builder().build())
            .composeString(Files.readString(TEMPLATE))
            .orElseThrow();
  }

  @Test
  void noActionIsAWildcard() {
    assertThat(statements())
        .isNotEmpty()
        .allSatisfy(statement ->
            assertThat(texts(statement, "Action")).isNotEmpty().noneMatch(it -> it.contains("*")));
  }

  @Test
  void onlyTracesGoToEveryResource() {
    assertThat(statements())
        .filteredOn(statement -> texts(statement, "Resource").contains("*"))
        .isNotEmpty()
        .allSatisfy(statement ->
            assertThat(texts(statement, "Action")).allMatch(it -> it.startsWith("xray:Put")));
  }

  @Test
  void everyRightToTheTableNamesItsPartitions() {
    Predicate<MappingNode> ofTheTable =
        statement ->
            texts(statement, "Action").stream().anyMatch(action -> action.startsWith("dynamodb:"));

    assertThat(statements())
        .filteredOn(ofTheTable)
        .filteredOn(statement -> !isOfItsStream(statement))
        .isNotEmpty()
        .allSatisfy(statement ->
            assertThat(below(statement).filter(it -> hasText(it, "dynamodb:LeadingKeys")))
                .isNotEmpty());
  }

  /** A stream has no partitions that could be named. */
  private static boolean isOfItsStream(MappingNode statement) {
    return texts(statement, "Resource").stream()
        .allMatch(resource -> resource.endsWith("StreamArn") || resource.endsWith("/stream/*"));
  }

  @Test
  void noManagedPolicyIsAttached() {
    assertThat(below(template).filter(it -> hasText(it, "ManagedPolicyArns"))).isEmpty();
  }

  private List<MappingNode> statements() {
    return below(template)
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .filter(mapping -> !texts(mapping, "Effect").isEmpty())
        .toList();
  }

  /** The strings of a field, be it one or a list; those that an intrinsic makes are as written. */
  private static List<String> texts(MappingNode mapping, String field) {
    return mapping.getValue().stream()
        .filter(entry -> hasText(entry.getKeyNode(), field))
        .map(NodeTuple::getValueNode)
        .flatMap(PoliciesTest::below)
        .filter(ScalarNode.class::isInstance)
        .map(scalar -> ((ScalarNode) scalar).getValue())
        .toList();
  }

  private static boolean hasText(Node node, String text) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
  }

  /** The node and all that it holds. */
  private static Stream<Node> below(Node node) {
    var children =
        switch (node) {
          case MappingNode mapping ->
              mapping.getValue().stream()
                  .flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()));
          case SequenceNode sequence -> sequence.getValue().stream();
          case Node _ -> Stream.<Node>empty();
        };
    return Stream.concat(Stream.of(node), children.flatMap(PoliciesTest::below));
  }
}
