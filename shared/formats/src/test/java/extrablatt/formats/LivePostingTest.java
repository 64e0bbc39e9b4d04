package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.LiveblogContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page about a live blog becomes the liveblog and its entries. */
final class LivePostingTest {
  private static final Path SAMPLE = Path.of("../../samples/html/live.html");
  private static final Path TABLE = Path.of("../../docs/formats/liveblogs.md");

  @Test
  void whatThePostingSaysOfItself() throws IOException {
    var document = documents(sample()).getFirst();
    var said = (Instruction.SaveLiveblog) document.instruction();
    LiveblogContent liveblog = said.content();

    assertThat(document.guid()).isEqualTo("flut-live");
    assertThat(document.version()).isEqualTo(4);
    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-20T15:45:00Z"));
    assertThat(liveblog.headline()).isEqualTo("Sturmflut in Norderau: der Abend");
    assertThat(liveblog.kicker()).isEqualTo("Sturmflut");
    assertThat(liveblog.summary()).isEqualTo("Das Wasser steigt; die Deichwacht ist unterwegs.");
    assertThat(liveblog.language()).isEqualTo("de");
    assertThat(liveblog.topics()).containsExactly("Hochwasser", "Deiche", "Sturmflut");
    assertThat(liveblog.sources()).containsExactly("Wellenbote");
    assertThat(liveblog.image())
        .satisfies(image -> {
          assertThat(image.url()).isEqualTo("https://example.org/flut.jpg");
          assertThat(image.caption()).isEqualTo("Der Deich am Abend");
          assertThat(image.credit()).isEqualTo("I. Wolke");
        });
    assertThat(liveblog.startsAt()).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
    assertThat(said.endsAt()).isEqualTo(Instant.parse("2026-11-21T01:00:00Z"));
    assertThat(document.extra())
        .containsEntry("authors", List.of("Ada Kern"))
        .containsEntry("section", List.of("Nord"))
        .containsEntry("canonicalUrl", List.of("https://example.org/live/flut"))
        .containsEntry("copyrightNotice", List.of("(c) 2026"))
        .containsKeys("datePublished", "dateModified", "publisher.logo");
    assertThat(document.warnings()).isEmpty();
  }

  @Test
  void eachUpdateIsAnEntryTheOldestFirst() throws IOException {
    var documents = documents(sample());
    var first = documents.get(1);
    var second = documents.get(2);
    var third = documents.get(3);
    var fourth = documents.get(4);

    assertThat(documents).hasSize(5);
    assertThat(documents.stream().skip(1).map(IncomingDocument::guid))
        .containsExactly(
            "https://example.org/live/flut#e1",
            "2026-11-20T18:10:00.000Z",
            "https://example.org/live/flut#e3",
            "https://example.org/live/flut#e4");
    assertThat(entry(first).headline()).isEqualTo("Es geht los");
    assertThat(entry(first).authors()).containsExactly(new Author("Ada Kern", null));
    assertThat(entry(first).body())
        .containsExactly(
            new Block.Paragraph("Die Deichwacht geht auf Posten."),
            new Block.Embed(null, "https://example.org/pegel", "Der Pegel"));
    assertThat(first.extra()).containsEntry("isAccessibleForFree", List.of("true"));
    assertThat(entry(second).headline()).isNull();
    assertThat(entry(second).body())
        .containsExactly(
            new Block.Paragraph("Der Pegel steht bei 6,10 m."),
            new Block.Paragraph("Bis Mitternacht soll er steigen."));
    assertThat(entry(third).eventTime()).isEqualTo(Instant.parse("2026-11-20T20:40:00Z"));
    assertThat(third.publishAt()).isEqualTo(Instant.parse("2026-11-20T20:40:00Z"));
    assertThat(entry(third).sources()).containsExactly("Deichwacht");
    assertThat(entry(third).body().get(0))
        .isEqualTo(new Block.Paragraph("Die <strong>Schleuse</strong> ist zu."));
    assertThat(entry(third).body().get(1)).isInstanceOf(Block.ItemList.class);
    assertThat(entry(third).body().get(2)).isInstanceOf(Block.Picture.class);
    assertThat(entry(third).body().get(3))
        .isEqualTo(new Block.Embed(null, "https://example.org/tor", "Das Tor schließt"));
    assertThat(third.extra())
        .containsEntry("dateModified", List.of("2026-11-20T21:45:00+01:00"))
        .containsEntry("author.url", List.of("https://example.org/ole"))
        .containsEntry("image.width", List.of("1200"));
    assertThat(entry(fourth).headline()).isEqualTo("Das Wasser fällt");
    assertThat(entry(fourth).body())
        .containsExactly(new Block.Paragraph("Gegen halb zwei steht es bei <em>5,20 m</em>."));
    assertThat(fourth.version()).isEqualTo(2);
    assertThat(documents).allSatisfy(each -> assertThat(each.warnings()).isEmpty());
  }

  /** Every field that the table names stands in the sample, and none is there that it does not. */
  @Test
  void theTableNamesWhatTheSampleHolds() throws IOException {
    var table = Files.readString(TABLE);
    var sample = sample();
    var named =
        table
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .collect(Collectors.toSet());

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named).allSatisfy(name -> assertThat(sample).contains("\"" + name + "\""));
  }

  @Test
  void updatesWithoutAnyDateComeTheLastFirst() {
    var page = posting("{\"articleBody\": \"Zwei.\"}, {\"articleBody\": \"Eins.\"}");

    assertThat(texts(page)).containsExactly("Eins.", "Zwei.");
  }

  @Test
  void updatesFromOldToNewStayInTheirOrder() {
    var page =
        posting(
            """
            {"articleBody": "Eins.", "datePublished": "2026-11-20T17:00:00Z"},
            {"articleBody": "Zwei."},
            {"articleBody": "Drei.", "datePublished": "2026-11-20T18:00:00Z"}
            """);

    assertThat(texts(page)).containsExactly("Eins.", "Zwei.", "Drei.");
  }

  @Test
  void whatTellsNothingApartIsNoName() {
    var page =
        posting(
            """
            {"url": "https://example.org/l", "articleBody": "Zwei.", "datePublished": "2026-11-20T17:00:00Z"},
            {"url": "https://example.org/l", "articleBody": "Eins.", "datePublished": "2026-11-20T17:00:00Z"},
            {"url": "https://example.org/l", "articleBody": "Null."}
            """);

    assertThat(documents(page).stream().skip(1).map(IncomingDocument::guid))
        .containsExactly(
            Bytes.utf8("null\nNull.\nnull\nnull").hash(),
            "2026-11-20T17:00:00.000Z",
            "2026-11-20T17:00:00.000Z (2)");
    assertThat(documents(page).stream().skip(1).map(LivePostingTest::entry).map(EntryContent::body))
        .extracting(body -> ((Block.Paragraph) body.getFirst()).html())
        .containsExactly("Null.", "Eins.", "Zwei.");
  }

  @Test
  void whatIsListedTwiceIsOneEntry() {
    var page =
        posting(
            """
            {"@id": "a", "articleBody": "Neu.", "datePublished": "2026-11-20T18:00:00Z"},
            {"@id": "a", "articleBody": "Alt.", "datePublished": "2026-11-20T17:00:00Z"}
            """);

    assertThat(texts(page)).containsExactly("Neu.");
    assertThat(((Reading.Several) read(page)).warnings())
        .containsExactly("a is listed twice; the newest counts");
  }

  @Test
  void anUpdateThatSaysNothingIsRefusedAndTheOthersAreNot() {
    var page = posting("{\"identifier\": \"leer\"}, {\"articleBody\": \"Eins.\"}");

    var members = ((Reading.Several) read(page)).members();

    assertThat(members).hasSize(3);
    assertThat(members.get(2).reading())
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused ->
                assertThat(refused.faults().getFirst().detail()).contains("a headline or a body"));
    assertThat(members.get(1).reading()).isInstanceOf(Reading.Understood.class);
  }

  @Test
  void aTimeThatIsNoneIsKeptAsItIs() {
    var page = posting("{\"articleBody\": \"Eins.\", \"datePublished\": \"gestern\"}");

    var entry = documents(page).get(1);

    assertThat(entry(entry).eventTime()).isNull();
    assertThat(entry.publishAt()).isNull();
    assertThat(entry.extra()).containsEntry("datePublished", List.of("gestern"));
  }

  @Test
  void moreUpdatesThanAreTakenAreRefusedWhole() {
    var updates =
        IntStream.range(0, 500)
            .mapToObj("{\"articleBody\": \"Nummer %d.\"}"::formatted)
            .collect(Collectors.joining(","));

    assertThat(read(posting(updates)))
        .isInstanceOfSatisfying(
            Reading.Refused.class, refused -> assertThat(refused.problem()).isEqualTo("too-large"));
  }

  /** Whoever holds it back by a time of its own would not want it shown at once. */
  @Test
  void aPublishTimeForALiveblogIsRefused() throws IOException {
    var source =
        new Source(
            Bytes.utf8(sample()), "live.html", null, Map.of("publish-at", "2099-01-01T00:00:00Z"));

    var members = ((Reading.Several) Formats.standard().read(source)).members();

    assertThat(members)
        .hasSize(5)
        .allSatisfy(member -> assertThat(member.reading()).isInstanceOf(Reading.Refused.class));
  }

  /** Else they would get into the liveblog that comes before it in an archive. */
  @Test
  void theEntriesOfARefusedLiveblogAreRefused() {
    var page =
        posting("{\"articleBody\": \"Eins.\"}")
            .replace("\"headline\": \"Der Tag\",", "")
            .replace("<title>x</title>", "");

    var members = ((Reading.Several) read(page)).members();

    assertThat(members.getFirst().reading()).isInstanceOf(Reading.Refused.class);
    assertThat(members.getLast().reading())
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused ->
                assertThat(refused.faults().getFirst().detail())
                    .contains("a liveblog that was refused"));
  }

  @Test
  void scriptsAndBadAddressesDoNotComeAlong() {
    var page =
        posting(
            """
            {"articleBody": "<p onclick='a()'>Eins <a href='javascript:a()'>zwei</a></p><img src='javascript:b()'>",
             "image": "javascript:c()", "video": {"contentUrl": "javascript:d()"}}
            """);

    var entry = documents(page).get(1);

    assertThat(entry(entry).body()).isEqualTo(List.of(new Block.Paragraph("Eins zwei")));
    assertThat(entry.extra()).containsEntry("image", List.of("javascript:c()"));
  }

  private static String posting(String updates) {
    return """
    <!doctype html><html><head><title>x</title><script type="application/ld+json">
    {"@type": "LiveBlogPosting", "headline": "Der Tag", "url": "https://example.org/l", "liveBlogUpdate": [%s]}
    </script></head><body></body></html>
    """
        .formatted(updates);
  }

  private static List<String> texts(String page) {
    return documents(page).stream()
        .skip(1)
        .map(document -> ((Block.Paragraph) entry(document).body().getFirst()).html())
        .toList();
  }

  private static EntryContent entry(IncomingDocument document) {
    return ((Instruction.SaveEntry) document.instruction()).content();
  }

  private static List<IncomingDocument> documents(String page) {
    return ((Reading.Several) read(page))
        .members().stream()
            .map(member -> ((Reading.Understood) member.reading()).document())
            .toList();
  }

  private static Reading read(String page) {
    return Formats.standard().read(new Source(Bytes.utf8(page), "live.html", null, Map.of()));
  }

  private static String sample() throws IOException {
    return Files.readString(SAMPLE);
  }
}
