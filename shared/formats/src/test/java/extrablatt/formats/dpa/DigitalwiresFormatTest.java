package extrablatt.formats.dpa;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.Related;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.FormatSamples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DigitalwiresFormatTest {
  private static final FormatSamples SAMPLES =
      FormatSamples.of(new DigitalwiresFormat(), "dpa-digitalwires/dike.json");

  @Test
  void everyPropertyGoesWhereTheTableSays() {
    var document = SAMPLES.document(SAMPLES.text());

    assertThat(document.guid()).isEqualTo("urn:newsml:wellenbote.example:20260101:261120-930-17");
    assertThat(document.version()).isEqualTo(2);
    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-20T10:30:00Z"));
    assertThat(FormatSamples.content(document))
        .isEqualTo(
            new ArticleContent(
                null,
                "Sturmflut",
                "Der Deich hält",
                "Norderau atmet auf.",
                "de",
                "Vermischtes",
                List.of("Wetter", "Deich", "Flut", "Norderau"),
                List.of(new Author("Ada Kern", null), new Author("Ole Brandt", null)),
                List.of("wbo"),
                image("https://example.org/1.jpg", "Der Deich", "O. Brandt", 2048, 1371),
                List.of(
                    new Block.Paragraph("Der Deich <a href=\"https://example.org/x\">hält</a>."),
                    new Block.Heading(2, "Die Nacht"),
                    new Block.Table(List.of("Ort"), List.of(List.of("Norderau"))),
                    new Block.Embed("video.example", "https://video.example/embed/1", null),
                    new Block.Picture(
                        image("https://example.org/2.jpg", "Im Text", "I. Wolke", 1000, 700)),
                    new Block.Infobox(
                        "Zur Sache", List.of(new Block.Paragraph("Deiche sind alt."))),
                    new Block.Picture(image("https://example.org/3.jpg", "Übrig", null, 800, 600))),
                List.of(
                    new Related("linkbox", "https://example.org/verband", null, "Deichverband")),
                List.of(new Correction(null, "Der Pegel stand tiefer.")),
                false,
                4,
                null,
                null));
    assertThat(document.warnings()).isEmpty();
  }

  @Test
  void whatIsForEditorsIsKeptBeside() {
    assertThat(SAMPLES.document(SAMPLES.text()).extra())
        .containsEntry("subhead", List.of("Eine lange Nacht"))
        .containsEntry("dateline", List.of("Norderau (wbo) -"))
        .containsEntry("ednotes.contacts", List.of("Ada Kern, +49 0"))
        .containsEntry("notepad.nonpublic_html", List.of("Kontakt: Ada Kern, +49 0"))
        .containsEntry("categories.genre", List.of("Reportage"))
        .containsEntry("categories.genre.qcode", List.of("dpatextgenre:1"))
        .containsKeys(
            "associations",
            "copyrightnotice",
            "usageterms",
            "autopublishnotice",
            "entry_id",
            "updated",
            "type",
            "format",
            "version_created",
            "descriptions",
            "rubric_names",
            "categories.creator");
    assertThat(SAMPLES.content(SAMPLES.text()).toString()).doesNotContain("+49 0");
  }

  /** A row that no fixture has says what nobody tried. */
  @Test
  void everyRowOfTheTableIsInTheFixture() {
    var rows = SAMPLES.rows();

    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(rows).allSatisfy(row -> assertThat(SAMPLES.text()).contains("\"" + row + "\":"));
  }

  @Test
  void aCanceledItemIsWithdrawn() {
    var document = SAMPLES.document(SAMPLES.text().replace("\"usable\"", "\"canceled\""));

    assertThat(document.instruction()).isEqualTo(new Instruction.Kill("Der Pegel stand tiefer."));
    assertThat(document.version()).isEqualTo(2);
  }

  /** What may not be shown does not come along with what may. */
  @ParameterizedTest
  @ValueSource(strings = {"\"pubstatus\": \"canceled\"", "\"embargoed\": \"2099-01-01T00:00:00Z\""})
  void aPictureThatMayNotBeShownYetIsLeftOut(String held) {
    var item =
        """
        {"urn": "u", "headline": "H", "article_html": "<p>Text</p>", "associations": [
          {"urn": "p", "type": "image", "is_featureimage": true, %s,
           "renditions": [{"url": "https://example.org/geheim.jpg"}]}]}
        """;

    var left = SAMPLES.document(item.formatted(held));
    var shown = SAMPLES.document(item.formatted("\"pubstatus\": \"usable\""));

    assertThat(left.instruction().toString()).doesNotContain("geheim");
    assertThat(left.warnings()).singleElement().asString().contains("left out");
    assertThat(shown.instruction().toString()).contains("geheim");
  }

  @Test
  void aPictureAloneIsNamed() {
    var alone =
        "{\"urn\": \"u\", \"entry_id\": \"e\", \"headline\": \"H\", \"associations\": [{\"type\": \"image\"}]}";

    assertThat(SAMPLES.read(alone))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("unsupported-kind");
              assertThat(refused.faults().getFirst().detail()).contains("image");
            });
  }

  @Test
  void itIsToldFromTheOthers() {
    assertThat(SAMPLES.knownAs()).isEqualTo("dpa-digitalwires");
  }

  @Test
  void brokenSamplesNeverThrow() {
    SAMPLES.assertNoneThrows(17);
  }

  private static Image image(
      String url,
      String caption,
      @org.jspecify.annotations.Nullable String credit,
      int width,
      int height) {
    return new Image(url, null, caption, credit, width, height, List.of());
  }
}
