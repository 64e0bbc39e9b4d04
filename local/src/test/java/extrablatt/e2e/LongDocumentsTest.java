package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import extrablatt.local.functions.FunctionError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents that are too long for a row of the table, so that the content bucket holds them. */
@ExtendWith(OneStack.class)
final class LongDocumentsTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int PARAGRAPHS = 40;
  private static final int CHAPTERS = 500;
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final Random random = new Random(20261126);
  private final Stack stack;
  private final Api newsroom;
  private final Api reader;
  private final DropBucket drops;

  LongDocumentsTest(Stack stack) {
    this.stack = stack;
    newsroom = stack.newsroom();
    reader = stack.reader();
    drops = stack.drops();
  }

  @Test
  void aLongArticleIsReadChangedAndAnsweredAgain() {
    var article = longArticle("Der lange Bericht");
    var key = "lang-" + System.nanoTime();

    var saved = save("/newsroom/articles?publish=true", article, key).with(201);
    var again = save("/newsroom/articles?publish=true", article, key).with(201);
    var id = Articles.id(saved.json());
    var changed =
        newsroom
            .patch("/newsroom/articles/" + id, "{\"kicker\": \"Neu\"}", "If-Match", saved.etag())
            .with(200)
            .json();

    assertThat(again.required("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(saved.json());
    assertThat(reader.get("/articles/" + id).with(200).json().path("body"))
        .hasSize(PARAGRAPHS)
        .isEqualTo(saved.json().path("body"));
    assertThat(changed.path("body")).isEqualTo(saved.json().path("body"));
  }

  @Test
  void aLongArticleIsDroppedAndDroppedAgain() {
    var key = "publish/lang/" + System.nanoTime() + ".json";
    var article = longArticle("Der lange Bericht der Agentur").put("guid", key);

    var first = drops.deliver(key, article.put("version", 1).toString());
    var second = drops.deliver(key, article.put("version", 2).put("kicker", "Neu").toString());

    assertThat(first.path("outcome").asText()).isEqualTo("accepted");
    assertThat(second.path("outcome").asText()).isEqualTo("updated");
    var read = reader.get("/articles/" + first.path("articleId").asText()).with(200).json();
    assertThat(read.path("kicker").asText()).isEqualTo("Neu");
    assertThat(read.path("body")).hasSize(PARAGRAPHS);
  }

  @Test
  void aLongTeaserIsShownAndFollowedByItsArticle() {
    var saved = longTeaser("Der lange Film");
    var teaser = Articles.id(saved.json());
    publish(teaser);
    var article =
        Articles.id(
            Articles.published(
                newsroom, Articles.withTeaser("Mit langem Film", reference(teaser))));
    assertThat(read(article).at("/body/1/teaser/chapters")).hasSize(CHAPTERS);

    newsroom
        .patch(
            "/newsroom/video-teasers/" + teaser,
            "{\"caption\": \"Eine neue Zeile.\"}",
            "If-Match",
            "*")
        .with(200);
    publish(teaser);

    Waiting.until(
        LONGEST,
        "the new caption in the article",
        () ->
            Optional.of(read(article).at("/body/1/teaser/caption").asText())
                .filter("Eine neue Zeile."::equals));
    assertThat(reader.get("/video-teasers/" + teaser).with(200).json().path("chapters"))
        .hasSize(CHAPTERS);
  }

  @Test
  void aLongTeaserIsTooLongForAnEntryHoweverItComes() throws Exception {
    var liveblog = Liveblogs.opened(newsroom, "Kurz gefasst " + System.nanoTime());
    var teaser = Articles.id(longTeaser("Zu lang").json());
    publish(teaser);

    var posted = newsroom.post(liveblog.path("/entries"), entry(teaser).toString());
    var dropped =
        drops.deliver(
            "liveblogs/lang/" + liveblog.id() + "/zu-lang.json", entry(teaser).toString());

    assertThat(posted.with(413).json().path("detail").asText()).contains("bytes");
    assertThat(dropped.path("outcome").asText()).isEqualTo("rejected");
    assertThat(dropped.at("/problem/type").asText()).isEqualTo("/problems/too-large");
  }

  @Test
  void anEntryWhoseTeaserGrowsTooLongWaitsUntilSomebodyMendsIt() throws Exception {
    var liveblog = Liveblogs.opened(newsroom, "Was noch kommt " + System.nanoTime());
    var teaser =
        Articles.id(
            newsroom.post("/newsroom/video-teasers", "{\"title\": \"Kurz\"}").with(201).json());
    publish(teaser);
    // Long enough for the teaser to grow before, also where much else runs.
    var due = Instant.now().plusSeconds(3);
    var entry =
        newsroom
            .post(
                liveblog.path("/entries"),
                entry(teaser)
                    .put("status", "scheduled")
                    .put("publishAt", due.toString())
                    .toString())
            .with(201)
            .json();
    newsroom
        .patch("/newsroom/video-teasers/" + teaser, chapters().toString(), "If-Match", "*")
        .with(200);
    publish(teaser);
    Waiting.until(
        LONGEST, "the time", () -> Optional.of(due).filter(it -> it.isBefore(Instant.now())));

    assertThatThrownBy(() -> stack.functions().call("DueEntriesFunction", utf8("{}")))
        .isInstanceOf(FunctionError.class);

    var waiting = newsroom.get(liveblog.entry(entry, "")).with(200);
    assertThat(waiting.json().path("status").asText()).isEqualTo("scheduled");
    newsroom.send("DELETE", liveblog.entry(entry, ""), new byte[0]).with(204);
    stack.functions().call("DueEntriesFunction", utf8("{}"));
    assertThat(liveblog.changes(reader, 0)).noneMatch(row -> row.has("entry"));
  }

  @Test
  void aLongTeaserOfTheDropBucketGrowsByAnotherFile() {
    var folder = "media/lang/" + System.nanoTime() + "/";
    var metadata =
        chapters().put("title", "Ein langer Film").put("publishAt", "2026-01-01T00:00:00Z");
    metadata.putArray("topics").add("Lange Filme");

    var first = drops.deliver(folder + "film.json", metadata.toString());
    var second =
        drops.deliver(folder + "film.de.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHallo\n");

    assertThat(first.path("outcome").asText()).isEqualTo("accepted");
    assertThat(second.path("outcome").asText()).isEqualTo("accepted");
    var teaser = reader.get("/video-teasers/" + first.path("teaserId").asText()).with(200).json();
    assertThat(teaser.path("chapters")).hasSize(CHAPTERS);
    assertThat(teaser.path("subtitles")).hasSize(1);
  }

  @Test
  void theLongAnswerToManyEntriesIsGivenAgain() {
    var liveblog = Liveblogs.opened(newsroom, "Viele auf einmal " + System.nanoTime());
    var entries = Articles.read("{}").putArray("entries");
    for (int i = 0; i < PARAGRAPHS; i++) entries.add(longEntry());
    var key = "viele-" + System.nanoTime();

    var posted =
        newsroom
            .post(liveblog.path("/entries"), entries.toString(), "Idempotency-Key", key)
            .with(201);
    var again =
        newsroom
            .post(liveblog.path("/entries"), entries.toString(), "Idempotency-Key", key)
            .with(201);

    assertThat(posted.body().length).isGreaterThan(64 * 1024);
    assertThat(again.json()).isEqualTo(posted.json());
    assertThat(liveblog.changes(reader, 0).stream().filter(row -> row.has("entry")))
        .hasSize(PARAGRAPHS);
  }

  private ObjectNode longEntry() {
    var entry = Articles.titled(text(290));
    entry.withArray("body").addObject().put("type", "paragraph").put("html", text(3_000));
    return entry;
  }

  private Answer save(String path, JsonNode document, String key) {
    return newsroom.post(path, document.toString(), "Idempotency-Key", key);
  }

  private ObjectNode longArticle(String headline) {
    var article = Articles.read("{}").put("headline", headline);
    var body = article.putArray("body");
    for (int i = 0; i < PARAGRAPHS; i++)
      body.addObject().put("type", "paragraph").put("html", text(4_000));
    return article;
  }

  /** A new teaser whose creation was asked for twice. */
  private Answer longTeaser(String title) {
    var key = "film-" + System.nanoTime();
    var teaser = chapters().put("title", title);
    var saved = save("/newsroom/video-teasers", teaser, key).with(201);
    assertThat(save("/newsroom/video-teasers", teaser, key).with(201).json())
        .isEqualTo(saved.json());
    return saved;
  }

  private ObjectNode chapters() {
    var teaser = Articles.read("{}");
    var chapters = teaser.putArray("chapters");
    for (int i = 0; i < CHAPTERS; i++)
      chapters.addObject().put("startMs", i * 1_000).put("title", text(290));
    return teaser;
  }

  private void publish(String teaser) {
    newsroom.post("/newsroom/video-teasers/" + teaser + "/publish", "").with(200);
  }

  private JsonNode read(String article) {
    return reader.get("/articles/" + article).with(200).json();
  }

  private static ObjectNode reference(String teaser) {
    return Articles.read("{}").put("id", teaser);
  }

  private static ObjectNode entry(String teaser) {
    return Articles.withTeaser("Mit Film", reference(teaser));
  }

  /** Letters that no compression makes much shorter. */
  private String text(int length) {
    var text = new StringBuilder(length);
    random.ints(length, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
    return text.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
