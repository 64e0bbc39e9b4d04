package extrablatt.delivery;

import static extrablatt.delivery.Shop.ID;
import static extrablatt.delivery.Shop.NOON;
import static extrablatt.delivery.Shop.live;
import static extrablatt.delivery.Shop.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.publishing.ListName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeliveryFunctionTest {
  private final Shop shop = new Shop();

  @Test
  void itHasTheRoutesOfTheDeliveryApi() {
    assertThat(shop.function().routes())
        .containsExactlyInAnyOrder(
            "GET /articles",
            "GET /articles/{idOrSlug}",
            "GET /video-teasers",
            "GET /video-teasers/{id}",
            "GET /liveblogs",
            "GET /liveblogs/{idOrSlug}",
            "GET /liveblogs/{idOrSlug}/entries",
            "GET /liveblogs/{idOrSlug}/entries/{entryId}",
            "GET /liveblogs/{idOrSlug}/changes",
            "GET /media/{id}/{file}",
            "GET /openapi.json",
            "GET /docs",
            "GET /health");
  }

  @ParameterizedTest
  @CsvSource({
    "/articles, /articles, ''",
    "/articles, /articles, limit=1",
    "/articles, /articles, limit=0",
    "/articles/{idOrSlug}, /articles/ferry, ''",
    "/articles/{idOrSlug}, /articles/old, ''",
    "/articles/{idOrSlug}, /articles/unknown, ''",
    "/video-teasers, /video-teasers, ''",
    "/video-teasers/{id}, /video-teasers/01JD9ZQ4M8T3V5W6X7Y8Z9A0B1, ''",
    "/health, /health, ''",
    "/openapi.json, /openapi.json, ''",
    "/docs, /docs, ''",
    "/nothing, /nothing, ''",
  })
  void headIsGetWithoutItsBody(String route, String path, String query) {
    shop.stands(live(NOON, null, null, "old"), "ferry", "old");
    shop.listed(new ListName.Newest(), -1, "{}");
    shop.listed(new ListName.Newest(), -2, "{}");

    for (var accepted : new String[] {"identity", "gzip"}) {
      var got = shop.call("GET", route, path, query, "Accept-Encoding", accepted);
      var head = shop.call("HEAD", route, path, query, "Accept-Encoding", accepted);

      assertThat(head).isEqualTo(got.withoutBody());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          get-article.json        | 404 | false
          head-article.json       | 404 | false
          list-articles.json      | 200 | true
          list-video-teasers.json | 200 | true
          get-video-teaser.json   | 404 | false
          """)
  void sampleEventIsAnswered(String event, int status, boolean base64) throws IOException {
    var answer = new ByteArrayOutputStream();

    try (var in = Files.newInputStream(Path.of("../../events", event))) {
      shop.function().handleRequest(in, answer, null);
    }

    assertThat(answer.toString(StandardCharsets.UTF_8))
        .startsWith("{\"statusCode\":" + status + ",")
        .endsWith("\"isBase64Encoded\":" + base64 + "}");
  }

  @Test
  void headOfAWithdrawnArticleIsGone() {
    shop.stands(withdrawn());

    var head = shop.call("HEAD", "/articles/{idOrSlug}", "/articles/" + ID, "");

    assertThat(head.status()).isEqualTo(410);
    assertThat(head.body().length()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/fasterxml/jackson/databind/ObjectMapper.class",
        "extrablatt/formats/package-info.class",
        "org/jsoup/Jsoup.class"
      })
  void neitherFormatsNorMappersAreOnTheClassPath(String resource) {
    assertThat(DeliveryFunction.class.getClassLoader().getResource(resource)).isNull();
  }
}
