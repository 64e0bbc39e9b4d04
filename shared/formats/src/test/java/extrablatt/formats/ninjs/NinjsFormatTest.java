package extrablatt.formats.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Place;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.Related;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.FormatSamples;
import extrablatt.formats.Formats;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NinjsFormatTest {
  private static final FormatSamples SAMPLES =
      FormatSamples.of(new NinjsFormat(), "ninjs/dike.json", "ninjs/night-ferry.json");

  /** What may not be shown does not come along with what may. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"pubstatus\": \"canceled\"",
        "\"pubStatus\": \"withheld\"",
        "\"embargoed\": \"2099-01-01T00:00:00Z\"",
        "\"embargoed\": [\"2099\"]",
        "\"embargoedUntil\": \"2099-01-01T00:00:00Z\""
      })
  void aPictureThatMayNotBeShownYetIsLeftOut(String held) {
    var item =
        """
        {"uri": "urn:a", "type": "text", "headline": "A", "body_text": "Text.",
         "associations": {"main": {"uri": "urn:b", "type": "picture", %s,
           "renditions": {"o": {"href": "https://example.org/geheim.jpg"}}}}}
        """;

    var left = SAMPLES.document(item.formatted(held));
    var shown = SAMPLES.document(item.formatted("\"pubstatus\": \"usable\""));

    assertThat(left.instruction().toString()).doesNotContain("geheim.jpg");
    assertThat(left.warnings()).singleElement().asString().contains("picture main");
    assertThat(shown.instruction().toString()).contains("geheim.jpg");
  }

  @Test
  void everyPropertyOfOneGoesWhereTheTableSays() {
    var document = SAMPLES.document(SAMPLES.text());

    assertThat(document.guid()).isEqualTo("urn:wellenbote:2026:deich-17");
    assertThat(document.version()).isEqualTo(3);
    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
    assertThat(document.warnings()).isEmpty();
    assertThat(FormatSamples.content(document))
        .isEqualTo(
            new ArticleContent(
                null,
                "Sturmflut",
                "Der Deich von Norderau hält",
                "Nach zwei Nächten ohne Schlaf atmet der Ort auf.",
                "de",
                null,
                List.of("Hochwasser", "Küstenschutz"),
                List.of(new Author("Ada Kern", null), new Author("Ole Brandt", null)),
                List.of("Deichverband Norderau"),
                new Image(
                    "https://example.org/bild-1.jpg",
                    null,
                    "Der Deich am Abend",
                    "Foto: I. Wolke",
                    1600,
                    1200,
                    List.of()),
                List.of(
                    new Block.Paragraph("Der Deich <strong>hält</strong>."),
                    new Block.Heading(2, "Die Nacht"),
                    new Block.Paragraph("Alle halfen."),
                    new Block.Embed(
                        null, "https://example.org/film-2.mp4", "Die Flutnacht im Film")),
                List.of(
                    new Related(
                        "story2", "https://example.org/artikel/2", null, "Wie ein Deich entsteht")),
                List.of(),
                false,
                2,
                Instant.parse("2099-01-01T00:00:00Z"),
                null));
    assertThat(document.extra())
        .containsOnlyKeys(
            "headline",
            "description",
            "title",
            "subject",
            "associations",
            "trustindicator",
            "related",
            "profile",
            "representationtype",
            "mimetype",
            "versioncreated",
            "firstcreated",
            "contentcreated",
            "copyrightholder",
            "copyrightnotice",
            "usageterms",
            "slugline",
            "located",
            "ednote",
            "charcount",
            "wordcount",
            "genre",
            "person",
            "organisation",
            "place",
            "event",
            "object",
            "altids",
            "renditions",
            "vendorfield")
        .containsEntry("headline", List.of("seo: Deich Norderau"))
        .containsEntry("description", List.of("usage: Freigegeben für Online"))
        .containsEntry("related", List.of("Vor der Flut (urn:wellenbote:2026:deich-16)"))
        .containsEntry("ednote", List.of("Neu: Zahlen im dritten Absatz"))
        .containsEntry("genre", List.of("{\"name\":\"Reportage\",\"code\":\"g1\"}"))
        .containsEntry("vendorfield", List.of("{\"desk\":[\"nord\",7,true,null]}"));
  }

  @Test
  void theArraysOfLaterEditionsGoWhereTheirNamesWent() {
    var document = SAMPLES.document(SAMPLES.text(1));

    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-21T11:00:00Z"));
    assertThat(FormatSamples.content(document))
        .isEqualTo(
            new ArticleContent(
                null,
                null,
                "The night ferry sails again",
                "Three weeks late, and full.",
                "en-GB",
                null,
                List.of("Shipping"),
                List.of(new Author("Mara Quill", null)),
                List.of("Harbour Office"),
                new Image(
                    "https://example.org/ferry.jpg",
                    null,
                    "The ferry at dawn",
                    "M. Quill",
                    1280,
                    720,
                    List.of()),
                List.of(
                    new Block.Paragraph("The ferry <em>sails</em>."),
                    new Block.Paragraph("Everybody waved.")),
                List.of(),
                List.of(),
                false,
                4,
                null,
                null));
    assertThat(document.extra())
        .containsEntry("headline", List.of("short: Ferry back"))
        .containsEntry("copyrightHolder", List.of("Harbour Post"))
        .containsKeys("standard", "representationType", "people", "altIds", "trustIndicators");
  }

  /** A row that no fixture has says what nobody tried. */
  @Test
  void everyRowOfTheTableIsInAFixture() {
    var fixtures = SAMPLES.text() + SAMPLES.text(1);
    var rows = SAMPLES.rows();

    assertThat(rows).hasSizeGreaterThan(25);
    assertThat(rows)
        .allSatisfy(row -> assertThat(fixtures).containsIgnoringCase("\"" + row + "\":"));
  }

  @Test
  void plainTextIsABodyWhereThereIsNoOther() {
    var document =
        SAMPLES.document(
            "{\"uri\": \"u\", \"headline\": \"H\", \"body_text\": \"Eins & zwei.\\n\\nDrei.\"}");

    assertThat(FormatSamples.content(document).body())
        .containsExactly(new Block.Paragraph("Eins &amp; zwei."), new Block.Paragraph("Drei."));
  }

  @Test
  void withoutAHeadlineTheFirstWordsCount() {
    var document =
        SAMPLES.document("{\"uri\": \"u\", \"body_html\": \"<p>Es regnet <b>weiter</b>.</p>\"}");

    assertThat(FormatSamples.content(document).headline()).isEqualTo("Es regnet weiter.");
    assertThat(document.warnings()).singleElement().asString().contains("no headline");
  }

  @ParameterizedTest
  @ValueSource(strings = {"canceled", "withheld"})
  void whatIsTakenBackIsWithdrawn(String status) {
    var said = "{\"uri\": \"u\", \"version\": 4, \"pubstatus\": \"%s\"}".formatted(status);
    var noted = said.replace("}", ", \"ednote\": \"Falscher Name\"}");

    assertThat(SAMPLES.document(said).instruction())
        .isEqualTo(new Instruction.Kill(status + " by its provider"));
    assertThat(SAMPLES.document(noted).instruction())
        .isEqualTo(new Instruction.Kill("Falscher Name"));
    assertThat(SAMPLES.document(noted).version()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture", "audio", "graphic", "planning", "event"})
  void whatIsNoArticleIsNamed(String kind) {
    var reading =
        SAMPLES.read(
            "{\"uri\": \"u\", \"headline\": \"H\", \"renditions\": {}, \"type\": \""
                + kind
                + "\"}");

    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("unsupported-kind");
              assertThat(refused.faults().getFirst().detail()).contains(kind);
            });
  }

  @Test
  void whatIsTooMuchOrOddIsKeptBeside() {
    var topics = new StringBuilder();
    for (int i = 1; i <= 14; i++)
      topics.append(i == 1 ? "" : ",").append("{\"name\":\"T" + i + "\"}");
    var document =
        SAMPLES.document(
            """
            {"uri": "u", "headline": "H", "version": "v2", "urgency": 12, "language": "??",
             "expires": "morgen", "subject": [%s]}
            """
                .formatted(topics));

    assertThat(FormatSamples.content(document).topics()).hasSize(12);
    assertThat(document.version()).isNull();
    assertThat(FormatSamples.content(document).expiresAt()).isNull();
    assertThat(document.extra())
        .containsEntry("topics", List.of("T13", "T14"))
        .containsEntry("version", List.of("v2"))
        .containsEntry("urgency", List.of("12"))
        .containsEntry("language", List.of("??"))
        .containsEntry("expires", List.of("morgen"));
  }

  /** Who names both means both. */
  @Test
  void ofTwoEmbargoesTheLongerCounts() {
    var item =
        "{\"uri\": \"u\", \"headline\": \"H\", \"embargoed\": \"%s\", \"embargoedUntil\": \"%s\"}";
    var early = "2099-01-01T00:00:00Z";
    var late = "2099-01-02T00:00:00Z";

    assertThat(SAMPLES.document(item.formatted(early, late)).publishAt())
        .isEqualTo(Instant.parse(late));
    assertThat(SAMPLES.document(item.formatted(late, early)).publishAt())
        .isEqualTo(Instant.parse(late));
  }

  /** Nobody could say when it may be shown. */
  @ParameterizedTest
  @ValueSource(strings = {"embargoed", "embargoedUntil"})
  void anEmbargoThatIsNoTimeRefusesTheItem(String name) {
    assertThat(SAMPLES.read("{\"uri\": \"u\", \"headline\": \"H\", \"" + name + "\": \"morgen\"}"))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("invalid");
              assertThat(refused.faults().getFirst().place())
                  .isEqualTo(new Place.Pointer("/" + name));
            });
  }

  @Test
  void hostileTextsDoNoHarm() {
    var document =
        SAMPLES.document(
            """
            {"uri": "u", "headline": "H <script>x</script>", "associations": [[], 1, {"type": 7}],
             "body_html": "<p onclick='x()'>Gut <a href='javascript:x()'>so</a><script>y()</script>",
             "renditions": [1], "subject": "Wetter", "byline": "", "headlines": [{"value": 3}]}
            """);

    assertThat(FormatSamples.content(document).body())
        .containsExactly(new Block.Paragraph("Gut so"));
    assertThat(FormatSamples.content(document).topics()).containsExactly("Wetter");
  }

  @Test
  void brokenJsonHasItsPlace() {
    assertThat(SAMPLES.read("{\"uri\": \"u\",\n \"versioncreated\": }"))
        .isInstanceOfSatisfying(
            Reading.Refused.class, refused -> assertThat(refused.problem()).isEqualTo("malformed"));
    assertThat(SAMPLES.read("[".repeat(10_000))).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void oursStaysOurs() {
    var ours = SAMPLES.source("{\"headline\": \"H\", \"body\": []}");
    var theirs = SAMPLES.source(SAMPLES.text());

    assertThat(Formats.standard().read(ours).format()).isEqualTo("json");
    assertThat(Formats.standard().read(theirs).format()).isEqualTo("ninjs");
  }

  @Test
  void brokenSamplesNeverThrow() {
    SAMPLES.assertNoneThrows(11);
  }
}
