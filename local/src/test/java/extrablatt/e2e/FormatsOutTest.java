package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An article in every format, from its publication to its withdrawal. */
@ExtendWith(OneStack.class)
final class FormatsOutTest {
  private static final String NEWSML = "application/vnd.iptc.g2.newsitem+xml";

  private final Api newsroom;
  private final Api reader;

  FormatsOutTest(Stack stack) {
    newsroom = stack.newsroom();
    reader = stack.reader();
  }

  @ParameterizedTest
  @CsvSource({
    "application/ld+json, application/ld+json",
    "application/ninjs+json, application/ninjs+json",
    NEWSML + ", " + NEWSML,
    "text/plain, text/plain; charset=utf-8",
    "text/markdown, text/markdown; charset=utf-8"
  })
  void everyFormatComesAndGoesWithItsArticle(String accept, String contentType) {
    var article = published(accept.replaceAll("\\W", " "));
    var path = "/articles/" + Articles.id(article);

    var answer = reader.get(path, "Accept", accept).with(200);
    var zipped = reader.get(path, "Accept", accept, "Accept-Encoding", "gzip").with(200);
    assertThat(answer.header("Content-Type")).isEqualTo(contentType);
    assertThat(answer.header("Vary")).contains("Accept");
    assertThat(answer.text()).contains("Formate");
    assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(reader.head(path, "Accept", accept).with(200).header("ETag"))
        .isEqualTo(answer.header("ETag"));
    reader
        .get(path, "Accept", accept, "If-None-Match", String.valueOf(answer.header("ETag")))
        .with(304);

    newsroom
        .post("/newsroom/articles/" + Articles.id(article) + "/withdraw", "{\"reason\":\"weg\"}")
        .with(200);

    reader.get(path, "Accept", accept).with(410);
  }

  @Test
  void aSavedRevisionShowsInEveryFormatOnlyWhenItIsPublished() {
    var article = published("revisions");
    var id = Articles.id(article);
    var edited = Articles.titled("Formate zwei revisions");

    var saved =
        newsroom.put("/newsroom/articles/" + id, edited.toString(), "If-Match", "*").with(200);
    assertThat(reader.get("/articles/" + id, "Accept", "text/plain").text())
        .doesNotContain("Formate zwei");
    newsroom.post("/newsroom/articles/" + id + "/publish", "").with(200);

    assertThat(saved.json().path("revision").asInt()).isEqualTo(2);
    assertThat(reader.get("/articles/" + id, "Accept", "text/plain").text())
        .contains("Formate zwei");
    assertThat(reader.get("/articles/" + id, "Accept", NEWSML).text()).contains("version=\"2\"");
  }

  @Test
  void aDraftIsUnknownInEveryFormat() {
    var draft =
        newsroom
            .post("/newsroom/articles", Articles.titled("Formate Entwurf").toString())
            .with(201)
            .json();

    var unknown = reader.get("/articles/" + Articles.id(draft), "Accept", NEWSML).with(404);

    assertThat(unknown.text()).doesNotContain("Formate");
  }

  /** Who has nothing but the document can fetch its picture; here it is known as ours. */
  @Test
  void ourOwnPicturesCanBeFetchedFromAbroad() {
    var picture = "/media/01JD9ZQ4M8T3V5W6X7Y8Z9A0F7/deich.jpg";
    var article = Articles.titled("Formate mit eigenem Bild");
    article.putObject("image").put("url", picture);
    var id = Articles.id(Articles.published(newsroom, article));

    var ninjs = reader.get("/articles/" + id, "Accept", "application/ninjs+json").with(200).json();
    var href = ninjs.at("/associations/0/renditions/0/href").asText();
    var checked =
        newsroom
            .send(
                "POST",
                "/newsroom/check",
                ninjs.toString().getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/ninjs+json")
            .with(200)
            .json();

    assertThat(href).matches("http://localhost:\\d+" + picture);
    assertThat(checked.at("/article/image/url").asText()).isEqualTo(picture);
    assertThat(reader.get("/articles/" + id).json().at("/image/url").asText()).isEqualTo(picture);
  }

  @Test
  void whatGoesOutComesInAgain() {
    var article = published("again");
    // Its own slug is taken, as it should be.
    var markdown =
        reader
            .get("/articles/" + Articles.id(article), "Accept", "text/markdown")
            .with(200)
            .text()
            .replaceFirst("(?m)^slug: .*\n", "");

    var checked =
        newsroom
            .send(
                "POST",
                "/newsroom/check",
                markdown.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "text/markdown")
            .with(200)
            .json();

    assertThat(checked.path("errors")).as(markdown).isEmpty();
    assertThat(checked.path("accepted").asBoolean()).isTrue();
    assertThat(checked.at("/article/headline")).isEqualTo(article.path("headline"));
    assertThat(checked.at("/article/body/0")).isEqualTo(article.at("/body/0"));
  }

  private JsonNode published(String name) {
    return Articles.published(newsroom, Articles.everyBlock("Formate " + name));
  }
}
