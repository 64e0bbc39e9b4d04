package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feeds, messages and archives: one receipt, with a line for each document. */
@ExtendWith(OneStack.class)
final class SeveralDocumentsTest {
  private static final Path RSS = Path.of("../samples/feed/dike.rss");

  private final Api newsroom;
  private final Api reader;
  private final DropBucket drops;

  SeveralDocumentsTest(Stack stack) {
    newsroom = stack.newsroom();
    reader = stack.reader();
    drops = stack.drops();
  }

  @Test
  void aFeedIsItsEntries() throws IOException {
    var receipt = drops.deliver("publish/rss-one/nord.rss", Files.readString(RSS));

    assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
    assertThat(receipt.path("format").asText()).isEqualTo("feed");
    assertThat(values(receipt, "outcome")).containsExactly("accepted", "accepted");
    assertThat(values(receipt, "guid"))
        .containsExactly("wellenbote-deich-17", "https://example.org/nord/zeile");
    for (var id : values(receipt, "articleId")) {
      reader.get("/articles/" + id).with(200);
      var origin = newsroom.get("/newsroom/articles/" + id).with(200).json().path("origin");
      assertThat(origin.path("receiptId")).isEqualTo(receipt.path("id"));
    }
    assertThat(drops.receipts("provider", "rss-one")).hasSize(1);
  }

  @Test
  void theNextVersionOfAFeedTouchesOnlyWhatChanged() throws IOException {
    drops.deliver("publish/rss-two/nord.rss", Files.readString(RSS));

    var next =
        drops.deliver(
            "publish/rss-two/nord.rss",
            Files.readString(RSS).replace("Alle halfen", "Alle halfen mit"));

    assertThat(values(next, "outcome")).containsExactly("updated", "duplicate");
    assertThat(next.path("outcome").asText()).isEqualTo("updated");
  }

  @Test
  void whatIsWrongInAnArchiveIsToldAndTheRestIsThere() throws IOException {
    var archive =
        zip(
            Map.of(
                "gut.md", "---\nguid: zip-gut\ntitle: Archivgut\n---\n\nText.",
                "schlecht.md", "---\ntitle: \"offen\n---\n\nText."));

    var receipt = drops.deliver("publish/zip-one/zwei.zip", archive, Map.of());

    assertThat(receipt.path("outcome").asText()).isEqualTo("rejected");
    assertThat(values(receipt, "outcome")).containsExactlyInAnyOrder("accepted", "rejected");
    assertThat(receipt.at("/problem/detail").asText())
        .isEqualTo("1 of 2 documents were not taken.");
    assertThat(receipt.at("/problem/errors/0/detail").asText()).startsWith("schlecht.md: ");
    assertThat(receipt.at("/problem/errors/0/line").asInt()).isPositive();
    var rejected = "rejected/" + receipt.path("id").asText() + "/zwei.zip";
    assertThat(drops.keys("rejected/" + receipt.path("id").asText() + "/"))
        .containsExactly(rejected, rejected + ".problem.json");
  }

  @Test
  void aPictureInAnArchiveIsHandedOutAndGetsItsSmallerVersions() throws IOException {
    var picture =
        Files.readAllBytes(Path.of("../shared/media/src/test/resources/extrablatt/media/wide.jpg"));
    var page = "---\nguid: zip-bild\ntitle: Archiv mit Bild\nimage: bilder/deich.jpg\n---\n\nText.";

    drops.deliver("publish/zip-pictures/a.zip", zip(page, "bilder/deich.jpg", picture), Map.of());

    var receipts = drops.receiptsOf("zip-pictures", 2, Duration.ofSeconds(10));
    assertThat(receipts)
        .extracting(receipt -> receipt.path("outcome").asText())
        .containsOnly("accepted");
    var article = reader.get("/articles/archiv-mit-bild").with(200).json();
    var url = article.at("/image/url").asText();
    assertThat(url).startsWith("/media/").endsWith("/deich.jpg");
    var place = URI.create(reader.get(url).with(302).required("Location"));
    assertThat(Api.answered(HttpRequest.newBuilder(place).build()).with(200).body())
        .isEqualTo(picture);
    // Known now, so the next version has all of it, and the picture is not sent again.
    drops.deliver(
        "publish/zip-pictures/a.zip",
        zip(page.replace("Text.", "Neuer Text."), "bilder/deich.jpg", picture),
        Map.of());
    var next = reader.get("/articles/archiv-mit-bild").with(200).json();
    assertThat(next.at("/image/url").asText()).isEqualTo(url);
    assertThat(next.at("/image/width").asInt()).isEqualTo(640);
    assertThat(next.at("/image/renditions")).hasSize(2);
    assertThat(drops.receipts("provider", "zip-pictures")).hasSize(3);
  }

  @Test
  void aCheckSaysItOfEach() throws IOException {
    var checked =
        newsroom
            .send(
                "POST",
                "/newsroom/check",
                Files.readAllBytes(RSS),
                "Content-Type",
                "application/rss+xml")
            .with(200)
            .json();

    assertThat(checked.path("format").asText()).isEqualTo("feed");
    assertThat(checked.path("accepted").asBoolean()).isTrue();
    assertThat(checked.path("documents")).hasSize(2);
    assertThat(checked.at("/documents/0/guid").asText()).isEqualTo("wellenbote-deich-17");
    assertThat(checked.at("/documents/0/article/headline").asText()).contains("Der Deich");
  }

  @Test
  void severalDocumentsAreNoBodyOfOneArticle() throws IOException {
    var refused =
        newsroom.send(
            "POST",
            "/newsroom/articles",
            Files.readAllBytes(RSS),
            "Content-Type",
            "application/rss+xml");

    assertThat(refused.with(422).json().path("detail").asText()).contains("holds 2 documents");
  }

  private static List<String> values(JsonNode receipt, String field) {
    var values = new ArrayList<String>();
    receipt.path("documents").forEach(line -> values.add(line.path(field).asText()));
    return values;
  }

  private static byte[] zip(String page, String name, byte[] file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("seite.md"));
      zip.write(page.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(name));
      zip.write(file);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
