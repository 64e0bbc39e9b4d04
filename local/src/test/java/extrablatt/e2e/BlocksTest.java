package extrablatt.e2e;

import static extrablatt.e2e.Articles.everyBlock;
import static extrablatt.e2e.Articles.id;
import static extrablatt.e2e.Articles.published;
import static extrablatt.e2e.Articles.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an article is made of, from the newsroom to the reader and back. */
@ExtendWith(OneStack.class)
final class BlocksTest {
  private static final String ARTICLES = "/newsroom/articles";

  private final Api reader;
  private final Api newsroom;

  BlocksTest(Stack stack) {
    reader = stack.reader();
    newsroom = stack.newsroom();
  }

  @Test
  void whatTheNewsroomGetsItCanPutBack() {
    var created =
        newsroom
            .post(ARTICLES + "?publish=true", everyBlock("Hin und zurück").toString())
            .with(201);
    var path = created.required("Location");
    var got = newsroom.get(path).with(200);

    var same = newsroom.put(path, got.text(), "If-Match", got.etag()).with(200);
    var edited = ((ObjectNode) got.json()).put("headline", "Hin, zurück und weiter");
    var changed = newsroom.put(path, edited.toString(), "If-Match", same.etag()).with(200);

    assertThat(got.json()).isEqualTo(created.json());
    assertThat(same.json()).isEqualTo(got.json());
    assertThat(same.etag()).isEqualTo(got.etag());
    assertThat(changed.json().path("revision").asInt()).isEqualTo(2);
    assertThat(changed.json().path("liveRevision").asInt()).isEqualTo(1);
    assertThat(changed.json().path("headline").asText()).isEqualTo("Hin, zurück und weiter");
    assertThat(changed.json().path("body")).isEqualTo(got.json().path("body"));
    assertThat(changed.etag()).isNotEqualTo(got.etag());
  }

  @Test
  void everyKindOfBlockReachesTheReader() {
    var sent = everyBlock("Alle Bausteine");
    var id = id(published(newsroom, sent));

    var shown = reader.get("/articles/" + id).with(200).json();

    assertThat(types(shown)).isEqualTo(types(sent));
    assertThat(shown.at("/body/0/html").asText())
        .isEqualTo(
            "Mit <strong>Gewicht</strong> und <a href=\"https://example.org/\">Verweis</a>.");
    for (int i = 1; i < sent.path("body").size(); i++) {
      if (types(sent).get(i).equals("videoTeaser")) continue;
      assertThat(shown.path("body").get(i)).isEqualTo(sent.path("body").get(i));
    }
    for (var field : List.of("related", "corrections", "sources", "topics", "authors", "image")) {
      assertThat(shown.path(field)).as(field).isEqualTo(sent.path(field));
    }
  }

  private static List<String> types(JsonNode article) {
    return article.path("body").findValuesAsText("type");
  }

  @Test
  void unsafeHtmlNeverReachesTheReader() {
    var article = titled("Eingeschleust");
    article
        .withArray("body")
        .addObject()
        .put("type", "paragraph")
        .put(
            "html",
            "<script>böse()</script>Gut <img src=x onerror=y><a href=\"javascript:z\">hier</a>");
    var id = id(published(newsroom, article));

    var shown = reader.get("/articles/" + id).with(200).text();

    assertThat(shown)
        .contains("Gut ")
        .contains("hier")
        .doesNotContain("<script", "onerror", "javascript:");
  }
}
