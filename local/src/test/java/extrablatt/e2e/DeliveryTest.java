package extrablatt.e2e;

import static extrablatt.e2e.Articles.id;
import static extrablatt.e2e.Articles.published;
import static extrablatt.e2e.Articles.teaser;
import static extrablatt.e2e.Articles.teasers;
import static extrablatt.e2e.Articles.titled;
import static extrablatt.e2e.Articles.withTeaser;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What client apps get, and how little they have to fetch. */
@ExtendWith(OneStack.class)
final class DeliveryTest {

  private final Api reader;
  private final Api newsroom;

  DeliveryTest(Stack stack) {
    reader = stack.reader();
    newsroom = stack.newsroom();
  }

  @Test
  void compressedAndPlainHaveTagsOfTheirOwnAndEitherIsKnown() {
    var id = id(published(newsroom, titled("Zwei Fassungen")));
    for (var path : List.of("/articles/" + id, "/articles/zwei-fassungen", "/articles?limit=3")) {
      var plain = reader.get(path).with(200);
      var gzip = reader.get(path, "Accept-Encoding", "gzip").with(200);

      assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(plain.header("Content-Encoding")).isNull();
      assertThat(gzip.etag()).isNotEqualTo(plain.etag()).startsWith("\"");
      assertThat(gzip.json()).isEqualTo(plain.json());
      assertThat(plain.header("Cache-Control")).isEqualTo("max-age=10, stale-while-revalidate=30");
      assertThat(plain.header("Vary")).contains("Accept-Encoding");
      for (var tag :
          List.of(plain.etag(), gzip.etag(), "W/" + plain.etag(), "\"x\", " + gzip.etag(), "*")) {
        var known = reader.get(path, "If-None-Match", tag).with(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.etag()).isEqualTo(plain.etag());
        assertThat(known.header("Cache-Control")).isEqualTo(plain.header("Cache-Control"));
      }
      reader.get(path, "If-None-Match", "\"andere\"").with(200);
    }
  }

  @Test
  void headIsGetWithoutABody() {
    var id = id(published(newsroom, withTeaser("Kopf", teaser("Kopfvideo"))));
    var teaser = teasers(reader.get("/articles/" + id).with(200).json()).getFirst();
    var paths =
        List.of(
            "/articles/" + id,
            "/articles?limit=1",
            "/video-teasers",
            "/video-teasers/" + teaser,
            "/openapi.json",
            "/docs",
            "/health");

    for (var path : paths) {
      var get = reader.get(path, "Accept-Encoding", "gzip").with(200);
      var head = reader.head(path, "Accept-Encoding", "gzip").with(200);

      assertThat(head.body()).isEmpty();
      assertThat(withoutMoment(head)).as(path).isEqualTo(withoutMoment(get));
    }
  }

  private static Map<String, List<String>> withoutMoment(Answer answer) {
    return answer.headers().map().entrySet().stream()
        .filter(header -> !List.of("date", "apigw-requestid").contains(header.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void theContractIsServed() {
    var contract = reader.get("/openapi.json").with(200).json();

    assertThat(contract.path("openapi").asText()).startsWith("3.1");
    assertThat(reader.get("/docs").with(200).header("Content-Type")).startsWith("text/html");
    assertThat(reader.get("/health").with(200).json().path("status").asText()).isEqualTo("ok");
  }
}
