package extrablatt.contract;

import static extrablatt.contract.ProjectFiles.EVENTS;
import static extrablatt.contract.ProjectFiles.OPENAPI_YAML;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample events are such as the stack's own triggers send. */
final class SampleEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<Operation> operations;

  SampleEventsTest() throws IOException {
    operations = OpenApi.read(OPENAPI_YAML).operations();
  }

  static List<Path> samples() throws IOException {
    try (var files = Files.list(EVENTS)) {
      return files.sorted().toList();
    }
  }

  @Test
  void thereAreSamples() throws IOException {
    assertThat(samples()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void comesFromATriggerOfTheStack(Path sample) throws IOException {
    var event = JSON.readTree(Files.readString(sample));

    if (event.has("routeKey")) {
      callsARouteWithItsScope(event);
    } else if (event.has("Records")) {
      carriesMessagesOfAQueueOrRecordsOfTheTable(event);
    } else if (event.has("requestContext")) {
      comesFromASocket(event);
    } else {
      assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
    }
  }

  private void callsARouteWithItsScope(JsonNode event) {
    var claims = event.at("/requestContext/authorizer/jwt/claims");
    var held = claims.path("scope").asText().split(" ");

    var called =
        operations.stream()
            .filter(operation -> operation.routeKey().equals(event.get("routeKey").asText()))
            .toList();

    assertThat(called)
        .singleElement()
        .satisfies(operation -> {
          assertThat(claims.isMissingNode()).isEqualTo(operation.scopes().isEmpty());
          if (!operation.scopes().isEmpty()) assertThat(operation.scopes()).containsAnyOf(held);
        });
  }

  private static void carriesMessagesOfAQueueOrRecordsOfTheTable(JsonNode event)
      throws IOException {
    assertThat(event.get("Records")).isNotEmpty();
    for (var record : event.get("Records")) {
      if (record.get("eventSource").asText().equals("aws:dynamodb")) {
        assertThat(record.at("/dynamodb/Keys/pk/S").asText())
            .containsPattern("^(PUB#)?LIVEBLOG#|^TEASER#|^ARTICLE#");
      } else {
        assertThat(record.get("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(JSON.readTree(record.get("body").asText()).isObject()).isTrue();
      }
    }
  }

  private static void comesFromASocket(JsonNode event) {
    assertThat(event.at("/requestContext/connectionId").asText()).isNotEmpty();
    assertThat(event.at("/requestContext/routeKey").asText())
        .isIn("$connect", "subscribe", "$disconnect");
  }
}
