package extrablatt.contract;

import static extrablatt.contract.ProjectFiles.OPENAPI_JSON;
import static extrablatt.contract.ProjectFiles.OPENAPI_YAML;
import static extrablatt.contract.ProjectFiles.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import extrablatt.local.template.HttpApi;
import extrablatt.local.template.LocalNames;
import extrablatt.local.template.Route;
import extrablatt.local.template.SamTemplate;
import extrablatt.local.template.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template, openapi.yaml and the copy of it that is served name the same routes and scopes. */
final class ContractTest {
  private final OpenApi contract;
  private final List<Route> routes;

  ContractTest() throws IOException {
    contract = OpenApi.read(OPENAPI_YAML);
    var surroundings =
        Surroundings.local(
            Map.of("JwtIssuer", "https://issuer.example"), new LocalNames("http://localhost"));
    routes =
        SamTemplate.read(TEMPLATE, surroundings).httpApis().stream()
            .map(HttpApi::routes)
            .flatMap(List::stream)
            .toList();
  }

  @Test
  void templateAndContractNameTheSameRoutesAndScopes() {
    var inTemplate =
        routes.stream()
            .map(route -> new Operation(route.method(), route.path(), route.scopes()))
            .collect(Collectors.toSet());

    assertThat(inTemplate).containsExactlyInAnyOrderElementsOf(contract.operations());
  }

  @Test
  void newsroomIsClosedAndDeliveryIsOpen() {
    assertThat(routes)
        .allSatisfy(route -> {
          boolean newsroom = route.path().startsWith("/newsroom/");
          assertThat(route.authorizer() != null).as(route.key()).isEqualTo(newsroom);
          assertThat(route.scopes().isEmpty()).as(route.key()).isEqualTo(!newsroom);
        });
  }

  @Test
  void everyDeliveryRouteAnswersGetAndHead() {
    var methodsByPath =
        contract.operations().stream()
            .filter(operation -> operation.scopes().isEmpty())
            .collect(
                Collectors.groupingBy(
                    Operation::path, Collectors.mapping(Operation::method, Collectors.toSet())));

    assertThat(methodsByPath.values()).isNotEmpty().allMatch(Set.of("GET", "HEAD")::equals);
  }

  @ParameterizedTest
  @CsvSource({
    "IdempotencyKey, 400 409 422",
    "IfNoneMatch, 304 400",
    "IfMatch, 400 412",
    "IfMatchRequired, 400 412 428"
  })
  void everyRouteThatTakesAHeaderNamesWhatMayComeOfIt(String header, String statuses) {
    assertThat(contract.operationsWith(header))
        .isNotEmpty()
        .allSatisfy(operation ->
            assertThat(operation.get("responses").properties())
                .as(operation.get("operationId").asText())
                .extracting(Map.Entry::getKey)
                .contains(statuses.split(" ")));
  }

  @Test
  void everyReferenceOfTheContractLeadsSomewhere() {
    assertThat(contract.references()).isNotEmpty().allMatch(contract::holds);
  }

  /** With {@code -Dopenapi.rewrite=true}, as {@code make openapi} has it, it writes the copy. */
  @Test
  void servedContractIsTheContract() throws IOException {
    var json = new ObjectMapper();
    if (Boolean.getBoolean("openapi.rewrite")) {
      Files.createDirectories(OPENAPI_JSON.getParent());
      Files.writeString(OPENAPI_JSON, json.writeValueAsString(contract.document()) + "\n");
    }

    assertThat(json.readTree(Files.readString(OPENAPI_JSON)))
        .as("openapi.json is made of openapi.yaml by: make openapi")
        .isEqualTo(contract.document());
  }
}
