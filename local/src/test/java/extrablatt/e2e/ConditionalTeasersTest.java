package extrablatt.e2e;

import static extrablatt.e2e.Articles.id;
import static extrablatt.e2e.Articles.published;
import static extrablatt.e2e.Articles.teaser;
import static extrablatt.e2e.Articles.teasers;
import static extrablatt.e2e.Articles.withTeaser;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What depends on the moment or the viewer inside a document. */
@ExtendWith(OneStack.class)
final class ConditionalTeasersTest {
  private static final String ARTICLES = "/newsroom/articles";
  private static final String COUNTRY = "CloudFront-Viewer-Country";

  private final Api reader;
  private final Api newsroom;

  ConditionalTeasersTest(Stack stack) {
    reader = stack.reader();
    newsroom = stack.newsroom();
  }

  @Test
  void aTeaserInsideAnArticleAppearsInItsWindow() {
    var from = Look.now().plusMillis(2_500);
    var until = Look.now().plusMillis(4_000);
    var teaser =
        teaser("Nur kurz")
            .put("availableFrom", from.toString())
            .put("availableUntil", until.toString());
    var id = id(published(newsroom, withTeaser("Mit Fenster", teaser)));
    var record = teaserOf(id);
    var paths = List.of("/articles/" + id, "/video-teasers/" + record, "/video-teasers?limit=100");

    var looks = Look.around(until, reader, paths);

    assertThat(looks)
        .filteredOn(look -> look.isBefore(from))
        .isNotEmpty()
        .noneMatch(look -> look.answer().text().contains("Nur kurz"))
        .allMatch(look -> !look.keptUntil().isAfter(from));
    assertThat(looks)
        .filteredOn(look -> look.isAfter(from) && look.isBefore(until))
        .isNotEmpty()
        .allMatch(look -> look.answer().text().contains("Nur kurz"))
        .allMatch(look -> !look.keptUntil().isAfter(until));
    assertThat(looks)
        .filteredOn(look -> look.isAfter(until))
        .isNotEmpty()
        .noneMatch(look -> look.answer().text().contains("Nur kurz"));
    assertThat(looks)
        .filteredOn(look -> look.path().startsWith("/articles/"))
        .allMatch(look -> look.answer().status() == 200 && look.answer().json().has("body"));
    reader.get("/video-teasers/" + record).with(404);
  }

  private String teaserOf(String article) {
    return teasers(newsroom.get(ARTICLES + "/" + article).with(200).json()).getFirst();
  }

  @Test
  void streamsAreShownOnlyWhereTheyMayBe() {
    var allowed = teaser("Nur hier");
    allowed.putObject("countries").putArray("allow").add("DE").add("AT");
    ((ObjectNode) allowed.get("countries")).putArray("deny").add("AT");
    var id = id(published(newsroom, withTeaser("Länder", allowed)));
    var record = teaserOf(id);

    for (var path : List.of("/articles/" + id, "/video-teasers/" + record)) {
      assertThat(reader.get(path).with(200).text()).contains("\"streams\"");
      assertThat(reader.get(path, COUNTRY, "DE").with(200).text()).contains("\"streams\"");
      for (var country : List.of("FR", "AT")) {
        var denied = reader.get(path, COUNTRY, country).with(200);
        assertThat(denied.text()).contains("Nur hier").doesNotContain("\"streams\"");
        assertThat(denied.header("Vary")).contains(COUNTRY);
        assertThat(denied.etag()).isNotEqualTo(reader.get(path).etag());
      }
    }
  }
}
