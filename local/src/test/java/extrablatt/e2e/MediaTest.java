package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Media files, from the video desk to the reader. */
@ExtendWith(OneStack.class)
final class MediaTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Path SAMPLES =
      Path.of("../shared/media/src/test/resources/extrablatt/media");

  private final Api newsroom;
  private final Api reader;
  private final DropBucket drops;

  MediaTest(Stack stack) {
    newsroom = stack.newsroom();
    reader = stack.reader();
    drops = stack.drops();
  }

  @Test
  void anUploadedFilmFillsItsTeaserAndIsFetchedByPublicAddress() {
    for (var sample : List.of("first.mp4", "last.mp4")) {
      var teaser = teaser("{\"title\": \"Die Fähre\"}");
      var film = bytes(sample);

      var upload = announced(film, "video", "Fähre 1.mp4", "video/mp4", teaser);
      put(upload, film);

      var filled =
          Waiting.until(
              LONGEST,
              "the film in its teaser",
              () -> Optional.of(shown(teaser)).filter(form -> form.has("streams")));
      assertThat(filled.path("duration").asText()).isEqualTo("PT2S");
      assertThat(filled.at("/streams/0/codec").asText()).isEqualTo("avc1.640015,mp4a.40.2");
      assertThat(filled.at("/streams/0/url")).isEqualTo(upload.path("mediaUrl"));
      var receipt = receipt(upload);
      assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
      assertThat(receipt.path("teaserId").asText()).isEqualTo(teaser);

      var sent = reader.get(upload.path("mediaUrl").asText()).with(302);
      assertThat(sent.required("Cache-Control")).contains("max-age=300");
      var file = fetched(sent.required("Location"));
      assertThat(file.with(200).body()).isEqualTo(film);
      assertThat(file.required("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(file.required("Content-Type")).isEqualTo("video/mp4");
      var part = fetched(sent.required("Location"), "Range", "bytes=4-7").with(206);
      assertThat(new String(part.body(), StandardCharsets.ISO_8859_1)).isEqualTo("ftyp");
      assertThat(reader.head(upload.path("mediaUrl").asText()).status()).isEqualTo(302);
    }
  }

  @Test
  void anAddressThatSomebodyHasChangedIsNone() {
    var upload = announced(new byte[] {1}, "image", "a.png", "image/png", null);
    var url = upload.path("url").asText().replace("a.png", "b.png");

    var answer = Api.answered(HttpRequest.newBuilder(URI.create(url)).PUT(body(1)).build());

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void mediaThatAreNotThereAreNotFound() {
    for (var path : List.of("/media/01M8ZQ4V7R2C9K3T5W8X1Y6B0D/a.jpg", "/media/x/a.jpg")) {
      var answer = reader.get(path).with(404);

      assertThat(answer.json().path("type").asText()).isEqualTo("/problems/not-found");
      assertThat(answer.required("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void fiveDroppedFilesBecomeOnePublicTeaser() {
    var folder = "media/desk/" + System.nanoTime() + "/";
    var subtitles = "WEBVTT\n\n00:00.000 --> 00:01.000\nHallo\n";
    drops.deliver(folder + "faehre.de.vtt", subtitles);
    drops.deliver(folder + "faehre.mp4", bytes("last.mp4"), Map.of());
    drops.deliver(folder + "faehre.jpg", bytes("wide.jpg"), Map.of());
    drops.deliver(folder + "faehre.en.vtt", subtitles);
    var receipt =
        drops.deliver(
            folder + "faehre.json",
            "{\"title\": \"Fünf Dateien\", \"publishAt\": \"2026-01-01T00:00:00Z\"}");

    var teaser = reader.get("/video-teasers/" + receipt.path("teaserId").asText()).with(200).json();
    assertThat(teaser.path("title").asText()).isEqualTo("Fünf Dateien");
    assertThat(teaser.path("streams")).hasSize(1);
    assertThat(teaser.path("subtitles")).hasSize(2);
    assertThat(teaser.at("/poster/renditions")).hasSize(2);
    reader.get(teaser.at("/poster/renditions/0/url").asText()).with(302);
  }

  @Test
  void whatIsNoFilmIsRejectedAndSetAside() {
    var receipt = drops.deliver("media/desk/kaputt.mp4", "<html>Not a film</html>");

    assertThat(receipt.path("outcome").asText()).isEqualTo("rejected");
    assertThat(receipt.at("/problem/type").asText()).isEqualTo("/problems/unsupported-type");
  }

  @Test
  void anUploadedPictureBringsItsSmallerVersionsIntoArticlesLiveblogsAndEntries() {
    var picture = bytes("wide.jpg");
    var upload = announced(picture, "image", "hafen.jpg", "image/jpeg", null);
    put(upload, picture);
    receipt(upload);
    var image = "{\"url\": \"%s\"}".formatted(upload.path("mediaUrl").asText());

    var article = Articles.titled("Mit Bild");
    article.set("image", Articles.read(image));
    var form = Articles.published(newsroom, article);
    var liveblog =
        newsroom
            .post(
                "/newsroom/liveblogs",
                "{\"headline\": \"Mit Bild\", \"status\": \"live\", \"image\": " + image + "}")
            .with(201)
            .json();
    var entry =
        newsroom
            .post(
                "/newsroom/liveblogs/" + liveblog.path("id").asText() + "/entries",
                "{\"body\": [{\"type\": \"image\", \"url\": %s}]}"
                    .formatted(upload.get("mediaUrl")))
            .with(201)
            .json();

    var read = reader.get("/articles/" + form.path("slug").asText()).with(200).json();
    for (var shown : List.of(read.path("image"), liveblog.path("image"), entry.at("/body/0"))) {
      assertThat(shown.path("width").asInt()).isEqualTo(640);
      assertThat(shown.path("renditions")).hasSize(2);
    }
  }

  @Test
  void aTeaserThatChangesIsReadAnewInArticlesAndEntriesAndNamesItsArticles() {
    var teaser = teaser("{\"title\": \"Die Fähre\", \"caption\": \"Vorher\"}");
    newsroom.post("/newsroom/video-teasers/" + teaser + "/publish", "{}").with(200);
    var block = "{\"type\": \"videoTeaser\", \"teaser\": {\"id\": \"" + teaser + "\"}}";
    var article = Articles.titled("Über die Fähre " + teaser);
    article.withArray("body").add(Articles.read(block));
    var form = Articles.published(newsroom, article);
    var liveblog = Liveblogs.opened(newsroom, "Fähre " + teaser);
    newsroom.post(liveblog.path("/entries"), "{\"body\": [" + block + "]}").with(201);

    var etag = newsroom.get("/newsroom/video-teasers/" + teaser).with(200).etag();
    newsroom
        .patch("/newsroom/video-teasers/" + teaser, "{\"caption\": \"Nachher\"}", "If-Match", etag)
        .with(200);
    newsroom.post("/newsroom/video-teasers/" + teaser + "/publish", "{}").with(200);

    var address = "/articles/" + form.path("id").asText();
    untilIn(address, "Nachher");
    untilIn("/liveblogs/" + liveblog.id() + "/changes?after=0", "Nachher");
    assertThat(reader.get(address).text()).doesNotContain("Vorher");
    var rows = liveblog.changes(reader, 0);
    assertThat(rows).extracting(row -> row.path("op").asText()).endsWith("superseded", "put");
    untilIn("/video-teasers/" + teaser, "\"articles\":[{\"id\":\"" + form.path("id").asText());
    assertThat(shown(teaser).path("articles")).hasSize(1);

    newsroom
        .post(
            "/newsroom/articles/" + form.path("id").asText() + "/withdraw",
            "{\"reason\": \"Falsch\"}")
        .with(200);
    Waiting.until(
        LONGEST,
        "a teaser without articles",
        () ->
            Optional.of(reader.get("/video-teasers/" + teaser).with(200).json())
                .filter(read -> !read.has("articles")));
  }

  private void untilIn(String address, String text) {
    Waiting.until(
        LONGEST,
        text + " in " + address,
        () -> Optional.of(reader.get(address).text()).filter(read -> read.contains(text)));
  }

  private String teaser(String json) {
    return newsroom.post("/newsroom/video-teasers", json).with(201).json().path("id").asText();
  }

  private JsonNode shown(String teaser) {
    return newsroom.get("/newsroom/video-teasers/" + teaser).with(200).json();
  }

  private JsonNode announced(
      byte[] file, String kind, String name, String type, @Nullable String teaser) {
    var body =
        Articles.read("{}")
            .put("kind", kind)
            .put("fileName", name)
            .put("contentType", type)
            .put("size", file.length);
    if (teaser != null) body.put("teaserId", teaser);
    return newsroom.post("/newsroom/uploads", body.toString()).with(201).json();
  }

  private static void put(JsonNode upload, byte[] file) {
    var request =
        HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
    Api.answered(request.build()).with(200);
  }

  private static HttpRequest.BodyPublisher body(int length) {
    return HttpRequest.BodyPublishers.ofByteArray(new byte[length]);
  }

  private JsonNode receipt(JsonNode upload) {
    return Waiting.until(
        LONGEST,
        "the receipt of " + upload.path("key"),
        () -> drops.receipts("key", upload.path("key").asText()).stream().findFirst());
  }

  private static Answer fetched(String url, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) request.headers(headers);
    return Api.answered(request.build());
  }

  private static byte[] bytes(String sample) {
    try {
      return Files.readAllBytes(SAMPLES.resolve(sample));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
