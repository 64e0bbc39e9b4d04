package extrablatt.formats.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.Place;
import extrablatt.domain.Slug;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.Related;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.FormatSamples;
import extrablatt.formats.Formats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownFormatTest {
  private static final FormatSamples SAMPLES =
      FormatSamples.of(new MarkdownFormat(), "markdown/dike.md");

  @Test
  void everyKeyGoesWhereTheTableSays() {
    var document = SAMPLES.document(SAMPLES.text());

    assertThat(document.guid()).isEqualTo("deich-17");
    assertThat(document.version()).isEqualTo(3);
    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
    assertThat(document.warnings()).isEmpty();
    assertThat(FormatSamples.content(document))
        .isEqualTo(
            new ArticleContent(
                new Slug("deich-in-der-nacht"),
                "Sturmflut: \"live\"",
                "Der Deich hält",
                "Norderau atmet auf.",
                "de",
                "Nord",
                List.of("Hochwasser", "Deiche", "alte", "Flut"),
                List.of(
                    new Author("Ada Kern", "Reporterin"),
                    new Author("Ole Brandt", null),
                    new Author("Mara Quill", null)),
                List.of("Deichverband"),
                new Image(
                    "https://example.org/deich.jpg",
                    "Ein Deich",
                    "Der Deich",
                    "I. Wolke",
                    null,
                    null,
                    List.of()),
                body(),
                List.of(
                    new Related(null, "https://example.org/alt", null, null),
                    new Related("hintergrund", "https://example.org/buch", null, "Deichbuch")),
                List.of(new Correction(null, "Der Pegel stand tiefer.")),
                true,
                2,
                Instant.parse("2099-01-01T00:00:00Z"),
                "https://example.org/deich"));
    assertThat(document.extra())
        .containsEntry("date", List.of("2026-11-20"))
        .containsEntry("section", List.of("Wetter"))
        .containsEntry("draft", List.of("false"))
        .containsEntry("note", List.of("Bitte Zahlen\nprüfen"))
        .containsEntry("series", List.of("Deiche"))
        .containsEntry("status", List.of("final"))
        .hasSize(6);
  }

  private static List<Block> body() {
    return List.of(
        new Block.Paragraph(
            "Der Deich <strong>hält</strong>, <em>sagt</em> <a href=\"https://example.org/x\">sie</a>"
                + " nicht. Zweite Zeile."),
        new Block.Heading(2, "Die Nacht"),
        new Block.Quote("Es reicht.", null, null),
        new Block.ItemList(true, List.of("eins", "zwei")),
        new Block.ItemList(false, List.of("a")),
        new Block.Table(List.of("Ort", "Stand"), List.of(List.of("Hafen", "7 m"))),
        new Block.Picture(
            new Image(
                "https://example.org/nacht.jpg",
                "Ein Deich",
                "Die Nacht",
                null,
                null,
                null,
                List.of())),
        new Block.Divider(),
        new Block.Paragraph("<code>code</code> und <strong>roh</strong>"),
        new Block.Paragraph("zwei<br>Zeilen"));
  }

  /** What its author calls a draft, nobody publishes, wherever it is dropped. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "draft: true",
        "draft: yes",
        "published: false",
        "status: Draft",
        "status: pending"
      })
  void aDraftSaysSoItself(String line) {
    var document = SAMPLES.document("---\ntitle: T\n" + line + "\n---\nText\n");

    assertThat(document.isDraft()).isTrue();
    assertThat(document.warnings()).singleElement().asString().contains("saved as a draft");
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft: false", "published: true", "status: published", "embargo: none"})
  void whatIsNoDraftStaysNone(String line) {
    var document = SAMPLES.document("---\ntitle: T\n" + line + "\n---\nText\n");

    assertThat(document.isDraft()).isFalse();
    assertThat(document.publishAt()).isNull();
    assertThat(document.extra()).hasSize(1);
  }

  /** Systems have several names for it, and YAML several spellings. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "publishDate: 2026-11-20T10:00:00Z",
        "publish_date: 2026-11-20 11:00:00 +0100",
        "embargo: 2026-11-20T11:00+01:00",
        "Embargoed: 2026-11-20 10:00:00Z",
        "embargo_until: 2026-11-20T10:00:00Z",
        "date: 2026-11-20 11:00 +01:00",
        "published: 2026-11-20T10:00:00Z",
        "published: 2026-11-19T10:00:00Z\nembargo: 2026-11-20T10:00:00Z"
      })
  void aTimeToBePublishedIsKept(String lines) {
    var document = SAMPLES.document("---\ntitle: T\n" + lines + "\n---\nText\n");

    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"embargo: true", "publishDate: Friday", "embargoUntil: [a, b]"})
  void anEmbargoThatNobodyCanReadRefusesTheDocument(String line) {
    assertThat(SAMPLES.refused("---\ntitle: T\n" + line + "\n---\nText\n").faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.place()).isEqualTo(new Place.LineColumn(3, 1)));
  }

  /** A row that no fixture has says what nobody tried. */
  @Test
  void everyRowOfTheTableIsInTheFixture() {
    var rows = SAMPLES.rows();

    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(rows)
        .allSatisfy(row -> assertThat(SAMPLES.text()).containsPattern("(?m)^" + row + ":"));
  }

  @Test
  void aFirstHeadingIsTheHeadlineWhereThereIsNone() {
    var document = SAMPLES.document("# Eins\n\nText\n\n# Zwei\n");

    assertThat(FormatSamples.content(document).headline()).isEqualTo("Eins");
    assertThat(FormatSamples.content(document).body())
        .containsExactly(new Block.Paragraph("Text"), new Block.Heading(2, "Zwei"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `---\\ntitle: x\\n`,              1, no end
          `---\\ntitle: "x\\n---\\n`,       2, quote
          `---\\ntags: [a, b\\n---\\n`,     2, bracket
          `---\\na: 1\\nwhat is this\\n---\\n`, 3, no key
          `---\\na: &x 1\\n---\\n`,         2, YAML
          `---\\na: 1\\nb: 2\\na: 3\\n---\\n`,  4, second time
          `---\\ntitle: x\\npublishAt: morgen\\n---\\n`, 3, offset
          """)
  void faultsHaveTheirLine(String text, int line, String detail) {
    var reading = SAMPLES.read(text.replace("\\n", "\n"));

    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("invalid");
              assertThat(refused.faults().getFirst().detail()).contains(detail);
              assertThat(refused.faults().getFirst().place())
                  .isInstanceOfSatisfying(
                      Place.LineColumn.class, place -> assertThat(place.line()).isEqualTo(line));
            });
  }

  @Test
  void itIsToldByItsNameAndByItsBeginning() {
    var bytes = Bytes.utf8(SAMPLES.text());

    for (var name : List.of("a.md", "a.markdown", "without"))
      assertThat(Formats.standard().read(new Source(bytes, name, null, Map.of())).format())
          .isEqualTo("markdown");
  }

  @Test
  void scriptsSayNothing() {
    var document =
        SAMPLES.document(
            "# H\n\nGut [so](javascript:x()) <script>y()</script>\n\n<script>\nz()\n</script>\n");

    assertThat(FormatSamples.content(document).body().toString())
        .contains("Gut so")
        .doesNotContain("()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ", "- ", "*a ", "[", "![", "**", "`", "<b>", "| ", "\t", "1. ", "***a", "&#0;", "_a_("
      })
  void hostileTextsEnd(String part) {
    assertThat(SAMPLES.read("# H\n\n" + part.repeat(50_000))).isNotNull();
    assertThat(SAMPLES.read("# H\n\n" + (part + "x\n\n").repeat(5_000))).isNotNull();
  }

  @Test
  void brokenSamplesNeverThrow() {
    SAMPLES.assertNoneThrows(29);
  }
}
