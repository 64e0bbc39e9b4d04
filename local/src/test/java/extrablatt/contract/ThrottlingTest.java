package extrablatt.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How much of each route the gateway lets through. */
final class ThrottlingTest {
  private static final String RATE = "ThrottlingRateLimit";

  private final JsonNode api;
  private final Set<String> newsroom = new TreeSet<>();

  ThrottlingTest() throws IOException {
    var resources = TemplateTree.read().path("Resources");
    api = resources.path("Api").path("Properties");
    for (var resource : resources)
      for (var event : resource.path("Properties").path("Events"))
        if (event.path("Type").asText().equals("HttpApi")) note(event.path("Properties"));
  }

  private void note(JsonNode route) {
    var path = route.path("Path").asText();
    if (path.startsWith("/newsroom")) newsroom.add(route.path("Method").asText() + " " + path);
  }

  @Test
  void everyRouteOfTheNewsroomHasALimitOfItsOwn() {
    assertThat(newsroom).isNotEmpty().isEqualTo(new TreeSet<>(rates().keySet()));
  }

  @Test
  void writesAreHeldTighterThanReadsAndUploadsTightest() {
    var rates = rates();
    var uploads = rates.get("POST /newsroom/uploads");

    assertThat(uploads).isNotNull().isPositive();
    rates.forEach((route, rate) ->
        assertThat(rate)
            .as(route)
            .isGreaterThanOrEqualTo(uploads)
            .isLessThan(api.path("DefaultRouteSettings").path(RATE).asInt()));
    assertThat(rates.get("PUT /newsroom/articles/{id}"))
        .isLessThan(rates.get("GET /newsroom/articles/{id}"));
  }

  private Map<String, Integer> rates() {
    var rates = new HashMap<String, Integer>();
    api.path("RouteSettings")
        .properties()
        .forEach(route -> rates.put(route.getKey(), route.getValue().path(RATE).asInt()));
    return rates;
  }
}
