package extrablatt.formats.nitf;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.Place;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.FormatSamples;
import extrablatt.formats.Formats;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NitfFormatTest {
  private static final FormatSamples SAMPLES = FormatSamples.of(new NitfFormat(), "nitf/dike.xml");

  /** Some agencies take a document back by another one. */
  @Test
  void anotherDocumentIsTakenBackByItsName() {
    var docdata = "<docdata management-status=\"usable\">";
    var cancelling = "<docdata management-status='canceled' management-doc-idref='deich-16'>";
    var replacing =
        "<docdata management-status='usable' management-doc-idref='deich-16' management-idref-status='canceled'>";
    var updating =
        "<docdata management-status='usable' management-doc-idref='deich-16' management-idref-status='usable'>";

    var cancelled = SAMPLES.document(SAMPLES.text().replace(docdata, cancelling));
    var replaced = (Reading.Several) SAMPLES.read(SAMPLES.text().replace(docdata, replacing));
    var updated = SAMPLES.document(SAMPLES.text().replace(docdata, updating));

    assertThat(cancelled.guid()).endsWith("deich-16").contains(":");
    assertThat(cancelled.instruction()).isInstanceOf(Instruction.Kill.class);
    var own = (Reading.Understood) replaced.members().getFirst().reading();
    var other = (Reading.Understood) replaced.members().getLast().reading();
    assertThat(own.document().instruction()).isInstanceOf(Instruction.Save.class);
    assertThat(own.document().guid()).isEqualTo(SAMPLES.document(SAMPLES.text()).guid());
    assertThat(other.document().guid()).isEqualTo(cancelled.guid());
    assertThat(other.document().instruction()).isInstanceOf(Instruction.Kill.class);
    assertThat(updated.instruction()).isInstanceOf(Instruction.Save.class);
    assertThat(updated.extra()).containsEntry("management-doc-idref", List.of("deich-16"));
  }

  @Test
  void everyElementGoesWhereTheTableSays() {
    var document = SAMPLES.document(SAMPLES.text());

    assertThat(document.guid()).isEqualTo("wbo:deich-17");
    assertThat(document.version()).isEqualTo(3);
    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
    assertThat(document.warnings()).isEmpty();
    assertThat(FormatSamples.content(document))
        .isEqualTo(
            new ArticleContent(
                null,
                "Sturmflut",
                "Der Deich von Norderau hält",
                "Norderau atmet auf.",
                null,
                "Nord",
                List.of("Deiche", "Flut", "Küstenschutz", "Hochwasser"),
                List.of(
                    new Author("Ada Kern", "Reporterin"),
                    new Author("Ole Brandt", null),
                    new Author("Mara Quill", null)),
                List.of("Küstendienst"),
                null,
                body(),
                List.of(),
                List.of(new Correction(null, "Der Pegel stand tiefer.")),
                false,
                2,
                Instant.parse("2099-01-01T00:00:00Z"),
                null));
  }

  private static List<Block> body() {
    return List.of(
        new Block.Paragraph(
            "Der Deich <strong>hält</strong>, sagt Ole Brandt in Norderau. <a"
                + " href=\"https://example.org/x\">Mehr</a>"),
        new Block.Heading(2, "Die Nacht"),
        new Block.Quote("Es reicht.", "Ada Kern", null),
        new Block.ItemList(true, List.of("eins", "<em>zwei</em>")),
        new Block.Paragraph("<strong>Tide</strong>"),
        new Block.Paragraph("Ebbe und Flut"),
        new Block.Paragraph("Pegel"),
        new Block.Table(List.of("Ort"), List.of(List.of("Hafen"))),
        new Block.Picture(
            new Image(
                "https://example.org/deich.jpg",
                "Ein Deich",
                "Der Deich am Abend",
                "I. Wolke",
                800,
                600,
                List.of())),
        new Block.Embed("example.org", "https://example.org/film.mp4", null),
        new Block.Paragraph("Der Film"),
        new Block.Infobox(null, List.of(new Block.Paragraph("Am Rande"))),
        new Block.Paragraph("Fußnote"),
        new Block.Paragraph("a<br>b"),
        new Block.Divider(),
        new Block.Paragraph("H<sub>2</sub>O kostet 2 Euro am Freitag."),
        new Block.Paragraph("Mitarbeit: Jon Reed"),
        new Block.Paragraph("Deichbuch, 1999"));
  }

  @Test
  void whatHasNoFieldOfOursIsKept() {
    assertThat(SAMPLES.document(SAMPLES.text()).extra())
        .containsEntry("title", List.of("Deich 17"))
        .containsEntry("meta.desk", List.of("nord"))
        .containsEntry("docdata.ed-msg.info", List.of("Neu: Zahlen"))
        .containsEntry("note", List.of("Nur für Kunden", "Bitte nicht drucken"))
        .containsEntry("hl2", List.of("Eine lange Nacht"))
        .containsEntry("dateline", List.of("Norderau, 20. November"))
        .containsEntry("identified-content.person", List.of("Inga Wolke"))
        .containsEntry("classifier.value", List.of("y"))
        .containsKeys(
            "docdata.date.issue.norm",
            "docdata.fixture.fix-id",
            "docdata.doc-scope.scope",
            "docdata.series.series.name",
            "docdata.evloc.city",
            "docdata.doc.copyright.holder",
            "docdata.doc.rights.owner",
            "tobject.tobject.type",
            "tobject.subject.refnum",
            "tobject.property.tobject.property.type",
            "pubdata.name",
            "rights",
            "revision-history.comment");
    assertThat(SAMPLES.content(SAMPLES.text()).toString()).doesNotContain("nicht drucken");
  }

  /** A row that no fixture has says what nobody tried. */
  @Test
  void everyRowOfTheTableIsInTheFixture() {
    var rows = SAMPLES.rows();

    assertThat(rows).hasSizeGreaterThan(40);
    assertThat(rows)
        .allSatisfy(row ->
            assertThat(SAMPLES.text()).containsPattern("<" + Pattern.quote(row) + "[\\s/>]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "ISO-8859-1", "windows-1252"})
  void declaredEncodingsAreRead(String encoding) {
    var text = SAMPLES.text().replace("UTF-8", encoding);
    var bytes = Bytes.of(text.getBytes(Charset.forName(encoding)));

    var reading = Formats.standard().read(new Source(bytes, "a.xml", null, Map.of()));

    assertThat(reading).isInstanceOf(Reading.Understood.class);
    assertThat(FormatSamples.content(((Reading.Understood) reading).document()).lead())
        .isEqualTo("Norderau atmet auf.");
  }

  @Test
  void prefixesDoNotCount() {
    var prefixed =
        "<n:nitf xmlns:n='urn:x'><n:body><n:body.content><n:p>Da <n:em>ist</n:em> er.</n:p></n:body.content></n:body></n:nitf>";

    assertThat(SAMPLES.content(prefixed).body())
        .containsExactly(new Block.Paragraph("Da <em>ist</em> er."));
  }

  @Test
  void anEmbargoThatIsNoTimeHasItsPlace() {
    var dateOnly = SAMPLES.text().replace("20261120T120000+0100", "20261120");

    assertThat(SAMPLES.read(dateOnly))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("invalid");
              assertThat(refused.faults().getFirst().place())
                  .isInstanceOfSatisfying(
                      Place.LineColumn.class, place -> assertThat(place.line()).isEqualTo(16));
            });
  }

  @Test
  void whatIsTakenBackIsWithdrawn() {
    var killed = SAMPLES.text().replace("\"usable\"", "\"canceled\"");

    assertThat(SAMPLES.document(killed).instruction())
        .isEqualTo(new Instruction.Kill("Neu: Zahlen"));
  }

  @Test
  void hostileXmlIsRefusedWithItsPlace() {
    var bomb =
        "<!DOCTYPE nitf [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><nitf><body>&b;</body></nitf>";

    assertThat(SAMPLES.read(bomb)).isInstanceOf(Reading.Refused.class);
    assertThat(SAMPLES.read("<nitf>" + "<block>".repeat(10_000)))
        .isInstanceOf(Reading.Refused.class);
    assertThat(SAMPLES.read("<nitf>\n<p>\n</nitf>"))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused ->
                assertThat(refused.faults().getFirst().place())
                    .isInstanceOfSatisfying(
                        Place.LineColumn.class, place -> assertThat(place.line()).isEqualTo(3)));
    assertThat(SAMPLES.read(SAMPLES.text().replace("Norderau atmet", "&boese; atmet")))
        .isInstanceOf(Reading.Refused.class);
  }

  @Test
  void scriptsSayNothing() {
    var document =
        SAMPLES.document(
            "<nitf><body><body.content><p>Gut <a href=\"javascript:x()\">so</a><script>y()</script></p></body.content></body></nitf>");

    assertThat(FormatSamples.content(document).body())
        .containsExactly(new Block.Paragraph("Gut so"));
  }

  @Test
  void anotherRootIsNamed() {
    var reading = Formats.standard().read(SAMPLES.source("<opml/>"));

    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo("unsupported-type"));
  }

  @Test
  void brokenSamplesNeverThrow() {
    SAMPLES.assertNoneThrows(19);
  }
}
