package extrablatt.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The contract as openapi.yaml has it. */
record OpenApi(JsonNode document) {
  private static final List<String> METHODS =
      List.of("get", "head", "post", "put", "patch", "delete", "options");

  static OpenApi read(Path yaml) throws IOException {
    var loaded = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(yaml));
    return new OpenApi(new ObjectMapper().valueToTree(loaded));
  }

  /** Every operation, with each spelling of its scope: Cognito puts its own name before them. */
  Set<Operation> operations() {
    return document.get("paths").properties().stream()
        .flatMap(path ->
            path.getValue().properties().stream()
                .filter(field -> METHODS.contains(field.getKey()))
                .map(field -> operation(field.getKey(), path.getKey(), field.getValue())))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Operation operation(String method, String path, JsonNode operation) {
    var scopes = new HashSet<String>();
    for (var scope : operation.at("/security/0/jwt")) {
      scopes.add(scope.asText());
      scopes.add("extrablatt/" + scope.asText());
    }
    return new Operation(method.toUpperCase(Locale.ROOT), path, scopes);
  }

  /** Every operation that takes that parameter of the components. */
  List<JsonNode> operationsWith(String parameter) {
    var reference = "#/components/parameters/" + parameter;
    return document.get("paths").properties().stream()
        .flatMap(path -> path.getValue().properties().stream())
        .filter(field -> METHODS.contains(field.getKey()))
        .map(Map.Entry::getValue)
        .filter(
            operation -> operation.path("parameters").findValuesAsText("$ref").contains(reference))
        .toList();
  }

  /** Every reference to another part of the document. */
  Stream<String> references() {
    return document.findValuesAsText("$ref").stream().distinct();
  }

  /** Whether the reference leads somewhere. */
  boolean holds(String reference) {
    return reference.startsWith("#/") && !document.at(reference.substring(1)).isMissingNode();
  }
}
