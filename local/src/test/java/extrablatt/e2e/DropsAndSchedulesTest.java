package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes by the drop bucket or at a time of its own, with everything that belongs to it. */
@ExtendWith(OneStack.class)
final class DropsAndSchedulesTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stack stack;
  private final Api newsroom;
  private final Api reader;
  private final DropBucket drops;

  DropsAndSchedulesTest(Stack stack) {
    this.stack = stack;
    newsroom = stack.newsroom();
    reader = stack.reader();
    drops = stack.drops();
  }

  @Test
  void aDroppedArticleShowsTheLiveblogAndThePictureThatItNames() throws IOException {
    var liveblog = Liveblogs.opened(newsroom, "Hochwasser " + System.nanoTime());
    var article = Articles.titled("Alles zum Hochwasser");
    article.set("image", Articles.read("{}").put("url", picture()));
    article
        .withArray("body")
        .addObject()
        .put("type", "liveblogTeaser")
        .set("liveblog", Articles.read("{}").put("id", liveblog.id()));

    var receipt = drops.deliver("publish/probe/" + System.nanoTime() + ".json", article.toString());

    var read = reader.get("/articles/" + receipt.path("articleId").asText()).with(200).json();
    assertThat(read.at("/image/renditions")).hasSize(2);
    assertThat(read.at("/body/1/liveblog/id").asText()).isEqualTo(liveblog.id());
  }

  @Test
  void aDroppedReplacementShowsAtItsTimeAndTheLiveArticleUntilThen() {
    var key = "publish/probe/" + System.nanoTime() + ".json";
    var article = Articles.titled("Die erste Fassung").put("guid", key);
    var first = drops.deliver(key, article.put("version", 1).toString());
    var later = Instant.now().plusSeconds(3_600).toString();

    var second =
        drops.deliver(
            key,
            article
                .put("version", 2)
                .put("headline", "Die zweite Fassung")
                .put("publishAt", later)
                .toString());

    assertThat(second.path("outcome").asText()).isEqualTo("updated");
    var id = first.path("articleId").asText();
    assertThat(reader.get("/articles/" + id).with(200).text())
        .contains("Die erste Fassung")
        .doesNotContain("Die zweite Fassung");
    assertThat(newsroom.get("/newsroom/articles/" + id).with(200).json().path("publishAt").asText())
        .isNotEmpty();
  }

  @Test
  void aDroppedEntryShowsAKnownTeaserANewOneAndAPicture() throws IOException {
    var liveblog = Liveblogs.opened(newsroom, "Sturmtag " + System.nanoTime());
    var known = publishedTeaser("Schon bekannt");
    var entry = Articles.withTeaser("Mit allem", Articles.read("{}").put("id", known));
    entry
        .withArray("body")
        .addObject()
        .put("type", "videoTeaser")
        .set("teaser", Articles.teaser("Ganz neu"));
    entry.withArray("body").addObject().put("type", "image").put("url", picture());
    var key = "liveblogs/probe/" + liveblog.id() + "/alles.json";

    var receipt = drops.deliver(key, entry.toString());

    assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
    var shown = liveblog.changes(reader, 0).getLast().at("/entry/body");
    assertThat(shown.at("/1/teaser/title").asText()).isEqualTo("Schon bekannt");
    assertThat(shown.at("/2/teaser/title").asText()).isEqualTo("Ganz neu");
    assertThat(shown.at("/3/renditions")).hasSize(2);
    reader.get("/video-teasers/" + shown.at("/2/teaser/id").asText()).with(200);
  }

  @Test
  void aDroppedEntryOfTheFutureIsPublishedBySweepWithItsTeasers() throws Exception {
    var liveblog = Liveblogs.opened(newsroom, "Vorausgeplant " + System.nanoTime());
    var known = publishedTeaser("Längst da");
    var due = Instant.now().plusMillis(400);
    var entry = Articles.withTeaser("Gleich", Articles.read("{}").put("id", known));
    entry
        .withArray("body")
        .addObject()
        .put("type", "videoTeaser")
        .set("teaser", Articles.teaser("Erst dann"));
    entry.put("publishAt", due.toString());

    var receipt =
        drops.deliver("liveblogs/probe/" + liveblog.id() + "/gleich.json", entry.toString());
    assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
    Waiting.until(
        LONGEST, "the time", () -> Optional.of(due).filter(it -> it.isBefore(Instant.now())));
    stack.functions().call("DueEntriesFunction", utf8("{}"));

    var shown = liveblog.changes(reader, 0).getLast().at("/entry/body");
    assertThat(shown.at("/1/teaser/title").asText()).isEqualTo("Längst da");
    assertThat(shown.at("/2/teaser/title").asText()).isEqualTo("Erst dann");
  }

  @Test
  void droppedMetadataMoveAPublicTeaserToOtherTopicsAndTimes() {
    var folder = "media/probe/" + System.nanoTime() + "/";
    var first = drops.deliver(folder + "film.json", metadata("Häfen", "2026-01-01T00:00:00Z"));
    var teaser = first.path("teaserId").asText();

    drops.deliver(folder + "film.json", metadata("Fähren", "2026-01-02T00:00:00Z"));

    assertThat(reader.get("/video-teasers?topic=F%C3%A4hren").with(200).text()).contains(teaser);
    assertThat(reader.get("/video-teasers?topic=H%C3%A4fen").with(200).text())
        .doesNotContain(teaser);
    var later = Instant.now().plusSeconds(3_600).toString();
    drops.deliver(folder + "film.json", metadata("Kräne", later));
    assertThat(reader.get("/video-teasers/" + teaser).with(200).text()).contains("Fähren");
  }

  @Test
  void aTeaserThatComesWithAnArticleOrAnEntryBringsTheSmallerVersionsOfItsPoster()
      throws IOException {
    var teaser = Articles.teaser("Mit Plakat im Text");
    teaser.set("poster", Articles.read("{}").put("url", picture()));
    var liveblog = Liveblogs.opened(newsroom, "Plakate " + System.nanoTime());

    var article = Articles.published(newsroom, Articles.withTeaser("Plakate", teaser.deepCopy()));
    var entry =
        newsroom
            .post(liveblog.path("/entries"), Articles.withTeaser("Plakate", teaser).toString())
            .with(201)
            .json();

    for (var shown : List.of(article, entry))
      assertThat(shown.at("/body/1/teaser/poster/renditions")).hasSize(2);
  }

  @Test
  void aTeaserOfTheNewsroomHasTopicsAndAPosterOfItsOwn() throws IOException {
    var teaser = Articles.teaser("Mit Plakat");
    teaser.set("poster", Articles.read("{}").put("url", picture()));
    teaser.putArray("topics").add("Plakate");

    var saved = newsroom.post("/newsroom/video-teasers", teaser.toString()).with(201).json();
    newsroom.post("/newsroom/video-teasers/" + Articles.id(saved) + "/publish", "").with(200);

    assertThat(saved.at("/poster/renditions")).hasSize(2);
    assertThat(reader.get("/video-teasers?topic=Plakate").with(200).text())
        .contains(Articles.id(saved));
  }

  @ParameterizedTest
  @CsvSource({
    "ArticleIngestDeadLetterFunction, publish/probe/verloren.json",
    "EntryIngestDeadLetterFunction, liveblogs/probe/nirgends/verloren.json",
    "MediaDeadLetterFunction, media/probe/verloren.mp4"
  })
  void whatWasGivenUpHasAReceipt(String function, String key) throws Exception {
    stack.functions().call(function, utf8(givenUp("extrablatt-drop", key)));

    assertThat(drops.receipts("key", key))
        .singleElement()
        .satisfies(failed -> assertThat(failed.path("outcome").asText()).isEqualTo("failed"));
  }

  @Test
  void anUploadThatWasGivenUpHasAReceiptThatNamesItsTeaser() throws Exception {
    var teaser = publishedTeaser("Ohne Film");
    var upload =
        newsroom
            .post(
                "/newsroom/uploads",
                Articles.read("{}")
                    .put("kind", "video")
                    .put("fileName", "verloren.mp4")
                    .put("contentType", "video/mp4")
                    .put("size", 1_000)
                    .put("teaserId", teaser)
                    .toString())
            .with(201)
            .json();
    var key = upload.path("key").asText();

    stack.functions().call("MediaDeadLetterFunction", utf8(givenUp("extrablatt-content", key)));

    assertThat(drops.receipts("key", key))
        .singleElement()
        .satisfies(failed -> assertThat(failed.path("teaserId").asText()).isEqualTo(teaser));
  }

  @Test
  void aRejectedFilmIsTakenAgainByItsReceipt() {
    var receipt = drops.deliver("media/probe/" + System.nanoTime() + ".mp4", "kein Film");
    var id = receipt.path("id").asText();

    newsroom.post("/newsroom/receipts/" + id + "/replay", "").with(202);

    Waiting.until(
        LONGEST,
        "the second attempt",
        () ->
            Optional.of(newsroom.get("/newsroom/receipts/" + id).with(200).json())
                .filter(
                    again -> again.path("attempts").asInt() > receipt.path("attempts").asInt()));
  }

  @Test
  void keyEventsAndPinnedEntriesAreReadAtOnce() {
    var liveblog = Liveblogs.opened(newsroom, "Wichtiges " + System.nanoTime());
    var entry =
        newsroom
            .post(liveblog.path("/entries"), "{\"headline\": \"Tor\", \"keyEvent\": true}")
            .with(201)
            .json();
    newsroom.post(liveblog.entry(entry, "/pin"), "").with(200);

    var events = reader.get("/liveblogs/" + liveblog.id() + "/entries?keyEvents=true").with(200);

    assertThat(Articles.ids(events.json())).containsExactly(Articles.id(entry));
    assertThat(reader.get("/liveblogs/" + liveblog.id()).with(200).json().at("/pinned/0/id"))
        .isEqualTo(entry.path("id"));
  }

  private String publishedTeaser(String title) {
    var saved =
        newsroom
            .post("/newsroom/video-teasers", Articles.teaser(title).toString())
            .with(201)
            .json();
    newsroom.post("/newsroom/video-teasers/" + Articles.id(saved) + "/publish", "").with(200);
    return Articles.id(saved);
  }

  /** The address of a picture that is uploaded and looked at. */
  private String picture() throws IOException {
    var bytes =
        Files.readAllBytes(Path.of("../shared/media/src/test/resources/extrablatt/media/wide.jpg"));
    var upload =
        newsroom
            .post(
                "/newsroom/uploads",
                Articles.read("{}")
                    .put("kind", "image")
                    .put("fileName", "hafen.jpg")
                    .put("contentType", "image/jpeg")
                    .put("size", bytes.length)
                    .toString())
            .with(201)
            .json();
    var request =
        HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
    Api.answered(request.build()).with(200);
    var key = upload.path("key").asText();
    Waiting.until(LONGEST, key, () -> drops.receipts("key", key).stream().findFirst());
    return upload.path("mediaUrl").asText();
  }

  private static String metadata(String topic, String publishAt) {
    var metadata = Articles.read("{}").put("title", "Film").put("publishAt", publishAt);
    metadata.putArray("topics").add(topic);
    return metadata.toString();
  }

  /** A message of a dead-letter queue about an object of a bucket. */
  private static String givenUp(String bucket, String key) throws IOException {
    var event = JSON.readTree(Files.readString(Path.of("../events/dead-letter.json")));
    var message = (ObjectNode) event.at("/Records/0");
    var body = JSON.readTree(message.path("body").asText());
    ((ObjectNode) body.at("/Records/0/s3/bucket"))
        .put("name", bucket)
        .put("arn", "arn:aws:s3:::" + bucket);
    ((ObjectNode) body.at("/Records/0/s3/object")).put("key", key);
    message.put("body", JSON.writeValueAsString(body));
    return JSON.writeValueAsString(event);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
