package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import extrablatt.local.Typed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./extrablatt import}, from files to what readers get. */
@ExtendWith(OneStack.class)
final class ImportTest {
  @TempDir private static Path folder;

  private final Stack stack;

  ImportTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void filesFoldersAndArchivesAreTakenIn() throws IOException {
    var files = Files.createDirectories(folder.resolve("files/unten"));
    Files.writeString(files.resolve("eins.md"), markdown("i-eins", "Import eins"));
    Files.writeString(folder.resolve("files/zwei.md"), markdown("i-zwei", "Import zwei"));
    Files.writeString(folder.resolve("files/.hidden"), "nichts");
    var archive = folder.resolve("alle.ZIP");
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      add(zip, "../../drei.md", markdown("i-drei", "Import drei"));
      add(zip, "tief\\vier ä.md", markdown("i-vier", "Import vier"));
    }

    var typed = imported("import-viele", folder.resolve("files").toString(), archive.toString());

    assertThat(typed.err()).isEmpty();
    assertThat(typed.code()).isZero();
    assertThat(typed.out()).containsPattern("accepted +4").containsPattern("documents +4");
    assertThat(keys("import-viele"))
        .containsExactlyInAnyOrder(
            "publish/import-viele/unten/eins.md",
            "publish/import-viele/zwei.md",
            "publish/import-viele/drei.md",
            "publish/import-viele/tief/vier ä.md");
    assertThat(stack.reader().get("/articles/import-drei").with(200).text()).contains("Satz.");
  }

  /** A picture that lies beside a document goes with it, in a folder as in an archive. */
  @Test
  void picturesThatADocumentShowsComeAlong() throws IOException {
    var place = folder.resolve("bebildert");
    Files.createDirectories(place.resolve("bilder"));
    var picture =
        Files.readAllBytes(Path.of("../shared/media/src/test/resources/extrablatt/media/wide.jpg"));
    Files.write(place.resolve("bilder/import-deich.jpg"), picture);
    Files.write(place.resolve("bilder/ungezeigt.png"), picture);
    Files.writeString(
        place.resolve("eins.md"),
        markdown("b-eins", "Import mit Bild") + "\n\n![Deich](bilder/import-deich.jpg)\n");
    Files.writeString(place.resolve("zwei.md"), markdown("b-zwei", "Import ohne Bild"));

    var typed = imported("import-bilder", place.toString());
    var again = imported("import-bilder", place.toString());

    assertThat(typed.code()).isZero();
    assertThat(typed.err()).contains("1 pictures were left out: no document shows them");
    assertThat(typed.out()).containsPattern("accepted +2").containsPattern("documents +2");
    assertThat(again.out()).containsPattern("accepted +2");
    var article = stack.reader().get("/articles/import-mit-bild").with(200).json();
    assertThat(article.at("/body/1/url").asText())
        .startsWith("/media/")
        .endsWith("/import-deich.jpg");
    assertThat(stack.drops().receiptsOf("import-bilder", 3, Duration.ofSeconds(10))).hasSize(3);
  }

  @Test
  void aRunThatWasBrokenOffGoesOnWhereItsReportEnds() throws IOException {
    var first = folder.resolve("faden-1.md");
    var second = folder.resolve("faden-2.md");
    Files.writeString(first, markdown("f-1", "Faden eins"));
    Files.writeString(second, markdown("f-2", "Faden zwei"));
    assertThat(imported("import-faden", first.toString()).code()).isZero();
    var report = folder.resolve("import-faden.jsonl");
    Files.writeString(report, Files.readString(report) + "{\"name\": \"faden-2");

    var again = imported("import-faden", first.toString(), second.toString());

    assertThat(again.code()).isZero();
    assertThat(again.out()).containsPattern("accepted +2");
    assertThat(receipts("import-faden")).hasSize(2);
  }

  @Test
  void whatIsRefusedIsToldAndTheOthersAreTaken() throws IOException {
    var good = folder.resolve("gut.md");
    var bad = folder.resolve("schlecht.xml");
    Files.writeString(good, markdown("g-1", "Gut"));
    Files.writeString(bad, "<nitf><body>");

    var typed = imported("import-gemischt", good.toString(), bad.toString(), "--drafts");

    assertThat(typed.code()).isOne();
    assertThat(typed.err()).contains("schlecht.xml  rejected");
    assertThat(typed.out()).containsPattern("accepted +1").containsPattern("rejected +1");
    assertThat(Files.readAllLines(folder.resolve("import-gemischt.jsonl"))).hasSize(2);
    assertThat(keys("import-gemischt")).contains("drafts/import-gemischt/gut.md");
    stack.reader().get("/articles/gut").with(404);
  }

  @Test
  void aFileThatIsNotThereIsOneLine() {
    var typed = imported("import-fehlt", folder.resolve("nirgends.md").toString());

    assertThat(typed.code()).isOne();
    assertThat(typed.err()).contains("nirgends.md  unreadable");
  }

  @Test
  void anotherStackIsSentItsDocumentsByItsApi() throws IOException {
    var posted = Files.createDirectories(folder.resolve("posted"));
    Files.writeString(posted.resolve("eins.md"), markdown("p-eins", "Gesandt eins"));
    Files.writeString(
        posted.resolve("zwei.json"),
        Files.readString(Path.of("../samples/ninjs/night-ferry.json"))
            .replace("The night ferry sails again", "Gesandt zwei"));
    Files.writeString(posted.resolve("drei.xml"), "<nitf><body>");
    var token = stack.token();

    var typed =
        imported("import-api", posted.toString(), "--to", stack.api() + "/", "--token", token);
    var again =
        imported("import-api", posted.toString(), "--to", stack.api().toString(), "--token", token);

    assertThat(typed.code()).isOne();
    assertThat(typed.out()).containsPattern("accepted +2").containsPattern("rejected +1");
    assertThat(typed.err()).contains("drei.xml  rejected  400");
    assertThat(again.out()).containsPattern("accepted +2");
    stack.reader().get("/articles/gesandt-eins").with(200);
    var ferry = stack.reader().get("/articles/gesandt-zwei").with(200).json();
    var origin =
        stack
            .newsroom()
            .get("/newsroom/articles/" + ferry.path("id").asText())
            .with(200)
            .json()
            .path("origin");
    assertThat(origin.path("provider").asText()).isEqualTo("import-api");
    assertThat(origin.path("format").asText()).isEqualTo("ninjs");
    assertThat(origin.at("/extra/copyrightHolder/0").asText()).isEqualTo("Harbour Post");
  }

  @Test
  void anotherStackIsSentTheEntriesOfAFeedOneByOne() throws IOException {
    var item = "<item><guid>%s</guid><title>%s</title><description>Text.</description>%s</item>";
    var feed =
        "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><language>en</language>"
            + item.formatted("i-1", "Sent as an entry", "<category>Mole</category>")
            + item.formatted("i-2", "Sent as a draft", "<wp:status>draft</wp:status>")
            + item.formatted("i-3", "Sent from long ago", "<pubDate>2 Jan 2020 10:00 GMT</pubDate>")
            + "</channel></rss>";
    var file = folder.resolve("gesandt.rss");
    Files.writeString(file, feed);

    var typed =
        imported(
            "import-feed", file.toString(), "--to", "" + stack.api(), "--token", stack.token());
    Files.writeString(file, feed.replace("i-1", "i-0").replace("Sent as an entry", "Sent later"));
    var again =
        imported(
            "import-feed", file.toString(), "--to", "" + stack.api(), "--token", stack.token());

    assertThat(typed.code()).isZero();
    assertThat(typed.out()).containsPattern("accepted +1");
    var article = stack.reader().get("/articles/sent-as-an-entry").with(200).json();
    assertThat(article.path("language").asText()).isEqualTo("en");
    assertThat(article.at("/topics/0").asText()).isEqualTo("Mole");
    stack.reader().get("/articles/sent-as-a-draft").with(404);
    assertThat(
            stack.reader().get("/articles/sent-from-long-ago").json().path("publishedAt").asText())
        .isEqualTo("2020-01-02T10:00:00.000Z");
    assertThat(again.err()).contains("conflict").contains("entry 2: ").contains("entry 3: ");
    stack.reader().get("/articles/sent-later").with(200);
  }

  @Test
  void whereNobodyAnswersOneLineSaysSo() throws IOException {
    var file = folder.resolve("allein.md");
    Files.writeString(file, markdown("a-1", "Allein"));

    var nobody =
        imported("import-leer", file.toString(), "--to", "http://localhost:9", "--token", "x");
    var stranger =
        imported("import-fremd", file.toString(), "--to", stack.api().toString(), "--token", "x");
    var report = folder.resolve("import-s3.jsonl").toString();
    var dropping = Typed.run("import", file.toString(), "--s3-port", "9", "--report", report);

    assertThat(nobody.err()).contains("does not answer").contains("--to").hasLineCount(1);
    assertThat(stranger.err()).contains("the token is not taken").hasLineCount(1);
    assertThat(dropping.err()).contains("--s3-port").hasLineCount(1);
    assertThat(List.of(nobody.code(), stranger.code(), dropping.code())).containsOnly(1);
  }

  @Test
  void optionsThatContradictAreNamed() throws IOException {
    var file = folder.resolve("wider.md");
    Files.writeString(file, markdown("w-1", "Wider"));

    assertThat(imported("wider", file.toString(), "--to", "http://localhost:9").err())
        .contains("--token");
    assertThat(
            imported(
                    "wider",
                    file.toString(),
                    "--to",
                    "http://localhost:9",
                    "--local",
                    "--token",
                    "x")
                .err())
        .contains("--local");
    assertThat(imported("wider", file.toString(), "--token", "x").err()).contains("--to");
  }

  /** Without {@code --to}, replay means the local stack, and signs with its key. */
  @Test
  void replayMeansTheLocalStackByItself() {
    var typed =
        Typed.run(
            "replay",
            "--port",
            "" + stack.api().getPort(),
            "--data",
            stack.data().toString(),
            "--provider",
            "niemand");

    assertThat(typed.err()).isEmpty();
    assertThat(typed.out()).isEqualToNormalizingNewlines("nothing to replay\n");
    assertThat(typed.code()).isZero();
  }

  private Typed imported(String provider, String... more) {
    var arguments = new ArrayList<String>(List.of("import", "--provider", provider));
    arguments.addAll(List.of("--port", "" + stack.api().getPort()));
    arguments.addAll(List.of("--s3-port", "" + stack.parts().endpoints().s3().getPort()));
    arguments.addAll(List.of("--data", stack.data().toString()));
    arguments.addAll(List.of("--report", folder.resolve(provider + ".jsonl").toString()));
    arguments.addAll(List.of(more));
    return Typed.run(arguments.toArray(String[]::new));
  }

  private List<String> keys(String provider) {
    return receipts(provider).stream().map(receipt -> receipt.path("key").asText()).toList();
  }

  private List<JsonNode> receipts(String provider) {
    var page = stack.newsroom().get("/newsroom/receipts?limit=100&provider=" + provider);
    return List.copyOf(page.with(200).json().path("items").valueStream().toList());
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String markdown(String guid, String title) {
    return "---\nguid: %s\nversion: 1\ntitle: %s\n---\nSatz.\n".formatted(guid, title);
  }
}
