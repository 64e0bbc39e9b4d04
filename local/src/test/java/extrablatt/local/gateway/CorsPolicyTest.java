package extrablatt.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.local.template.Cors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorsPolicyTest {
  private static final Cors SITE =
      new Cors(
          List.of("https://site.example"),
          List.of("GET", "POST"),
          List.of("authorization", "if-match"),
          List.of("etag"),
          false,
          Duration.ofHours(1));

  @BeforeAll
  static void letTheClientSendOrigins() {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin");
  }

  @Test
  void theGatewayAnswersPreflightsItself() throws Exception {
    try (var gateway = GatewayFixture.serving("any /articles Delivery", SITE)) {
      var response =
          gateway.send(
              "OPTIONS",
              "/anything",
              Map.of("origin", "https://site.example", "access-control-request-method", "POST"));

      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(response.headers().map())
          .containsEntry("access-control-allow-origin", List.of("https://site.example"))
          .containsEntry("access-control-allow-methods", List.of("GET,POST"))
          .containsEntry("access-control-allow-headers", List.of("authorization,if-match"))
          .containsEntry("access-control-max-age", List.of("3600"));
      assertThat(gateway.wasCalled()).isFalse();
    }
  }

  @Test
  void anotherSiteGetsNoPermission() throws Exception {
    try (var gateway = GatewayFixture.serving("get /articles Delivery", SITE)) {
      var response = gateway.send("GET", "/articles", Map.of("origin", "https://other.example"));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().map()).doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void theGatewaysHeadersReplaceTheFunctions() throws Exception {
    try (var gateway = GatewayFixture.serving("get /articles Delivery", SITE)) {
      gateway.answers(
          "{\"statusCode\": 200, \"headers\": {\"Access-Control-Allow-Origin\": \"null\"}}");

      var response = gateway.send("GET", "/articles", Map.of("origin", "https://site.example"));

      assertThat(response.headers().allValues("access-control-allow-origin"))
          .containsExactly("https://site.example");
      assertThat(response.headers().allValues("access-control-expose-headers"))
          .containsExactly("etag");
    }
  }

  @Test
  void withoutConfigurationPreflightsAreRequestsLikeOthers() throws Exception {
    try (var gateway = GatewayFixture.serving("get /articles Delivery")) {
      var response =
          gateway.send(
              "OPTIONS",
              "/articles",
              Map.of("origin", "https://site.example", "access-control-request-method", "GET"));

      assertThat(response.statusCode()).isEqualTo(404);
    }
  }
}
