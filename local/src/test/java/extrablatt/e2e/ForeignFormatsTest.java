package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of other systems, from the drop bucket to readers and back out of sight. */
@ExtendWith(OneStack.class)
final class ForeignFormatsTest {
  private static final Path NINJS = Path.of("../samples/ninjs/night-ferry.json");

  private final Api newsroom;
  private final Api reader;
  private final DropBucket drops;

  ForeignFormatsTest(Stack stack) {
    newsroom = stack.newsroom();
    reader = stack.reader();
    drops = stack.drops();
  }

  @Test
  void whatHasNoFieldOfOursIsKeptForTheNewsroomAlone() throws IOException {
    var id = Articles.id(delivered(item("urn:probe:ferry-1", 1)));

    var published = reader.get("/articles/" + id).with(200);
    var kept = newsroom.get("/newsroom/articles/" + id).with(200).json().path("origin");

    assertThat(published.json().path("headline").asText()).isEqualTo("The night ferry sails again");
    assertThat(published.json().at("/body/0/html").asText()).isEqualTo("The ferry <em>sails</em>.");
    assertThat(published.text()).doesNotContain("Harbour Post", "origin");
    assertThat(kept.path("format").asText()).isEqualTo("ninjs");
    assertThat(kept.path("guid").asText()).isEqualTo("urn:probe:ferry-1");
    assertThat(kept.at("/extra/copyrightHolder/0").asText()).isEqualTo("Harbour Post");
  }

  @Test
  void versionsAndKillsGoByTheFormatsOwnRules() throws IOException {
    var second = item("urn:probe:ferry-2", 2);
    var first = item("urn:probe:ferry-2", 1);
    var kill = item("urn:probe:ferry-2", 3).put("pubStatus", "canceled");

    var id = Articles.id(delivered(second));
    assertThat(outcome(first)).isEqualTo("stale");
    assertThat(outcome(second)).isEqualTo("duplicate");
    assertThat(outcome(item("urn:probe:ferry-2", 2).put("copyrightHolder", "Somebody else")))
        .isIn("conflict", "updated");
    assertThat(outcome(kill)).isEqualTo("withdrawn");
    reader.get("/articles/" + id).with(410);
  }

  @Test
  void aPictureAloneIsRefusedByItsKind() throws IOException {
    var receipt = deliver(item("urn:probe:picture", 1).put("type", "picture"));

    assertThat(receipt.path("outcome").asText()).isEqualTo("rejected");
    assertThat(receipt.at("/problem/type").asText()).isEqualTo("/problems/unsupported-kind");
    assertThat(receipt.at("/problem/errors/0/pointer").asText()).isEqualTo("/type");
  }

  @ParameterizedTest
  @CsvSource({
    "ans/dike.json, ans",
    "dpa-digitalwires/dike.json, dpa-digitalwires",
    "newsml-g2/dike.xml, newsml-g2",
    "nitf/dike.xml, nitf",
    "markdown/dike.md, markdown",
    "html/dike.html, html"
  })
  void everySampleIsTakenAsItsFormat(String sample, String format) throws IOException {
    var file = Path.of("../samples").resolve(sample);
    var key = "drafts/" + format + "/" + System.nanoTime() + "/" + file.getFileName();

    var receipt = drops.deliver(key, Files.readAllBytes(file), Map.of());

    assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
    assertThat(receipt.path("format").asText()).isEqualTo(format);
    var saved = newsroom.get("/newsroom/articles/" + receipt.path("articleId").asText());
    assertThat(saved.with(200).json().path("headline").asText()).startsWith("Der Deich");
    assertThat(saved.json().at("/origin/extra")).isNotEmpty();
  }

  /** What its author calls a draft shows nowhere, until he calls it something else. */
  @Test
  void aDraftUnderPublishIsSavedAndNotPublished() {
    var page = "---\nguid: entwurf-1\nversion: %d\ntitle: Noch im Entwurf\ndraft: %s\n---\nText\n";

    var saved = drops.deliver("publish/drafting/a.md", page.formatted(1, true));
    var id =
        Articles.id(newsroom.get("/newsroom/articles/" + saved.path("articleId").asText()).json());
    assertThat(saved.path("outcome").asText()).isEqualTo("accepted");
    assertThat(saved.path("warnings").toString()).contains("saved as a draft");
    reader.get("/articles/" + id).with(404);

    var published = drops.deliver("publish/drafting/a.md", page.formatted(2, false));
    assertThat(published.path("outcome").asText()).isEqualTo("updated");
    reader.get("/articles/" + id).with(200);

    drops.deliver("publish/drafting/a.md", page.formatted(3, true).replace("Text", "Geheim"));
    assertThat(reader.get("/articles/" + id).with(200).text()).doesNotContain("Geheim");
  }

  /** A post has no way for what lies beside a document, so that nothing is lost in silence. */
  @Test
  void anArchiveWithPicturesIsNotPosted() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.md"));
      zip.write("---\ntitle: Gepackt\nimage: b.png\n---\nText\n".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("b.png"));
      zip.write(new byte[] {1, 2, 3});
    }

    var answer =
        newsroom.send(
            "POST", "/newsroom/articles", bytes.toByteArray(), "Content-Type", "application/zip");

    assertThat(answer.with(422).text()).contains("holds pictures");
  }

  /** NITF may take a document back by the one that replaces it, whichever comes first. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aDocumentIsTakenBackByTheOneThatReplacesIt(boolean isInOrder) {
    var nitf =
        "<nitf><head><docdata management-status='usable'%s><doc-id regsrc='r' id-string='%s-%s'/>"
            + "<du-key version='3'/></docdata></head><body><body.head><hedline><hl1>Ersetzt %s %s</hl1>"
            + "</hedline></body.head><body.content><p>Text.</p></body.content></body></nitf>";
    var referring =
        " management-doc-idref='alt-%s' management-idref-status='canceled'".formatted(isInOrder);
    var old = nitf.formatted("", "alt", isInOrder, "alt", isInOrder);
    var replacing = nitf.formatted(referring, "neu", isInOrder, "neu", isInOrder);

    var first =
        drops.deliver("publish/ersatz/" + isInOrder + "/a.xml", isInOrder ? old : replacing);
    var second =
        drops.deliver("publish/ersatz/" + isInOrder + "/b.xml", isInOrder ? replacing : old);

    var whole = isInOrder ? second : first;
    assertThat(whole.path("documents")).hasSize(2);
    reader.get("/articles/ersetzt-neu-" + isInOrder).with(200);
    var gone = (isInOrder ? first : second).path("articleId").asText();
    reader.get("/articles/" + gone).with(410);
  }

  /** A dry run says when, and what would go. */
  @Test
  void aCheckSaysWhenADocumentWouldShowAndWhatItWouldTakeBack() {
    var embargoed = "---\nguid: c\ntitle: Gesperrt\nembargo: 2099-01-01T00:00:00Z\n---\nText\n";
    var kill = "{\"uri\": \"urn:c\", \"pubStatus\": \"canceled\", \"edNote\": \"Falsch.\"}";

    var one = checked(embargoed, "text/markdown");
    var other = checked(kill, "application/ninjs+json");

    assertThat(one.at("/article/publishAt").asText()).isEqualTo("2099-01-01T00:00:00.000Z");
    assertThat(other.path("accepted").asBoolean()).isTrue();
    assertThat(other.at("/withdraw/reason").asText()).isEqualTo("Falsch.");
  }

  private JsonNode checked(String text, String type) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return newsroom.send("POST", "/newsroom/check", bytes, "Content-Type", type).with(200).json();
  }

  /** However the query spells it. */
  @ParameterizedTest
  @ValueSource(strings = {"publish=true", "publish=%74rue", "%70ublish=true"})
  void aDraftIsNotPublishedByAPostThatAsksForIt(String query) {
    var page =
        "---\ntitle: Auch im Entwurf\ndraft: true\n---\nText\n".getBytes(StandardCharsets.UTF_8);

    newsroom
        .send("POST", "/newsroom/articles?" + query, page, "Content-Type", "text/markdown")
        .with(422);
    newsroom.send("POST", "/newsroom/articles", page, "Content-Type", "text/markdown").with(201);
  }

  /** A day that is to come keeps a document back; one that is past says nothing of the hour. */
  @Test
  void aDayToComeKeepsADocumentBack() {
    var page = "---\nguid: %s\ntitle: Ein %s Tag\ndate: %s\n---\nText\n";

    var future = drops.deliver("publish/tage/a.md", page.formatted("t-1", "ferner", "2099-01-01"));
    var past = drops.deliver("publish/tage/b.md", page.formatted("t-2", "alter", "2020-01-01"));

    reader.get("/articles/" + future.path("articleId").asText()).with(404);
    var kept = newsroom.get("/newsroom/articles/" + future.path("articleId").asText()).json();
    assertThat(kept.path("publishAt").asText()).isEqualTo("2099-01-01T00:00:00.000Z");
    var shown = reader.get("/articles/" + past.path("articleId").asText()).with(200).json();
    assertThat(shown.path("publishedAt").asText()).startsWith("20").doesNotStartWith("2020");
    var posted =
        newsroom.send(
            "POST",
            "/newsroom/articles?publish=true",
            page.formatted("t-3", "gesandter", "2099-01-01").getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "text/markdown");
    assertThat(posted.with(201).json().path("status").asText()).isEqualTo("scheduled");
  }

  @Test
  void anEntryOfAFeedIsHeldBackUntilItsDate() {
    var feed =
        "<rss version='2.0'><channel><title>F</title><item><guid>held-1</guid><title>Erst später</title>"
            + "<description>Text</description><pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate></item>"
            + "<item><guid>held-2</guid><title>Schon früher</title><description>Text</description>"
            + "<pubDate>Fri, 20 Nov 2020 08:00:00 GMT</pubDate></item></channel></rss>";

    var members = drops.deliver("publish/holding/feed.rss", feed).path("documents");

    reader.get("/articles/" + members.at("/0/articleId").asText()).with(404);
    var shown = reader.get("/articles/" + members.at("/1/articleId").asText()).with(200).json();
    assertThat(shown.path("publishedAt").asText()).isEqualTo("2020-11-20T08:00:00.000Z");
  }

  @Test
  void aFilmByItselfIsAVideoTeaser() throws IOException {
    var sample = Files.readString(Path.of("../samples/ninjs/film.json"));

    var receipt = drops.deliver("publish/film-probe/" + System.nanoTime() + ".json", sample);

    assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
    var id = receipt.path("teaserId").asText();
    var film = reader.get("/video-teasers/" + id).with(200);
    assertThat(film.json().path("durationMs").asInt()).isEqualTo(85_400);
    assertThat(film.text()).doesNotContain("Wellenbote");
    var origin = newsroom.get("/newsroom/video-teasers/" + id).with(200).json().path("origin");
    assertThat(origin.path("guid").asText()).isEqualTo("urn:wellenbote:film:17");
    assertThat(origin.at("/extra/copyrightholder/0").asText()).isEqualTo("Wellenbote");
  }

  @Test
  void aLiveBlogPostingIsALiveblogWithItsEntries() throws IOException {
    var sample = Files.readString(Path.of("../samples/html/live.html"));
    var key = "publish/live-probe/" + System.nanoTime() + ".html";

    var receipt = drops.deliver(key, sample);

    assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
    assertThat(receipt.path("documents")).hasSize(5);
    var id = receipt.at("/documents/0/liveblogId").asText();
    assertThat(receipt.at("/documents/4/liveblogId").asText()).isEqualTo(id);
    var shown = reader.get("/liveblogs/" + id).with(200).json();
    assertThat(shown.path("status").asText()).isEqualTo("ended");
    assertThat(shown.path("endedAt").asText()).isEqualTo("2026-11-21T01:00:00.000Z");
    assertThat(shown.path("entries")).hasSize(4);
    assertThat(shown.at("/entries/0/headline").asText()).isEqualTo("Das Wasser fällt");
    assertThat(shown.toString()).doesNotContain("origin", "copyrightNotice");
    var kept = newsroom.get("/newsroom/liveblogs/" + id).with(200).json();
    assertThat(kept.at("/origin/guid").asText()).isEqualTo("flut-live");
    assertThat(kept.at("/origin/extra/copyrightNotice/0").asText()).isEqualTo("(c) 2026");
    var entry = receipt.at("/documents/3/entryId").asText();
    var third = newsroom.get("/newsroom/liveblogs/" + id + "/entries/" + entry).with(200).json();
    assertThat(third.at("/origin/extra/author.url/0").asText())
        .isEqualTo("https://example.org/ole");
    assertThat(third.at("/origin/receiptId")).isEqualTo(receipt.path("id"));
    assertThat(drops.deliver(key, sample).path("outcome").asText()).isEqualTo("duplicate");
  }

  @Test
  void anUpdateThatIsToComeIsScheduled() throws IOException {
    var sample =
        Files.readString(Path.of("../samples/html/live.html"))
            .replace("2026-11-20T17:02:00+01:00", "2099-11-20T17:02:00+01:00")
            .replace("flut-live", "flut-spaeter");

    var receipt = drops.deliver("publish/live-later/" + System.nanoTime() + ".html", sample);

    assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
    var id = receipt.at("/documents/0/liveblogId").asText();
    assertThat(reader.get("/liveblogs/" + id).with(200).json().path("entries")).hasSize(3);
  }

  @Test
  void aBrokenDocumentHasItsPlace() {
    var broken = "<nitf>\n  <body><p></nitf>";

    var receipt = drops.deliver("publish/probe/" + System.nanoTime() + ".xml", broken);

    assertThat(receipt.path("outcome").asText()).isEqualTo("rejected");
    assertThat(receipt.at("/problem/type").asText()).isEqualTo("/problems/malformed");
    assertThat(receipt.at("/problem/errors/0/line").asInt()).isEqualTo(2);
  }

  @Test
  void aCheckSaysWhatADropWouldSay() throws IOException {
    var checked =
        newsroom.post(
            "/newsroom/check", Files.readString(NINJS), "Content-Type", "application/ninjs+json");

    assertThat(checked.with(200).json().path("format").asText()).isEqualTo("ninjs");
  }

  private static ObjectNode item(String uri, int version) throws IOException {
    return Articles.read(Files.readString(NINJS)).put("uri", uri).put("version", "" + version);
  }

  private JsonNode delivered(ObjectNode item) {
    var receipt = deliver(item);
    assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
    return Articles.read("{}").put("id", receipt.path("articleId").asText());
  }

  private String outcome(ObjectNode item) {
    return deliver(item).path("outcome").asText();
  }

  private JsonNode deliver(ObjectNode item) {
    return drops.deliver("publish/probe/" + System.nanoTime() + ".json", item.toString());
  }
}
