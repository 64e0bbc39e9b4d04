package extrablatt.formats.ans;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.Related;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.FormatSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnsFormatTest {
  private static final FormatSamples SAMPLES = FormatSamples.of(new AnsFormat(), "ans/dike.json");

  /** What may be missing in a fixture: they say the same as another of their row. */
  private static final List<String> ALIKE =
      List.of("audio", "custom_embed", "reference", "social_media");

  @Test
  void everyPropertyGoesWhereTheTableSays() {
    var document = SAMPLES.document(SAMPLES.text());

    assertThat(document.guid()).isEqualTo("WELLE0001");
    assertThat(document.version()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z").toEpochMilli());
    assertThat(document.warnings()).isEmpty();
    assertThat(FormatSamples.content(document))
        .isEqualTo(
            new ArticleContent(
                null,
                "Sturmflut",
                "Der Deich hält",
                "Norderau atmet auf",
                "de",
                "Nord",
                List.of("Hochwasser", "Deiche"),
                List.of(new Author("Ada Kern", "Reporterin")),
                List.of("Wellenbote", "Küstendienst"),
                new Image(
                    "https://example.org/deich.jpg",
                    "Ein grüner Deich",
                    "Der Deich",
                    "I. Wolke / Küstenbild",
                    1200,
                    800,
                    List.of()),
                body(),
                List.of(
                    new Related("interstitial", "https://example.org/mehr", null, "Lesen Sie auch"),
                    new Related("interstitial", "https://example.org/noch", null, "Noch mehr"),
                    new Related("basic", "https://example.org/alt", null, "Vor der Flut")),
                List.of(
                    new Correction(
                        Instant.parse("2026-11-20T09:30:00Z"), "Der Pegel stand tiefer.")),
                false,
                null,
                null,
                "https://example.org/nord/deich"));
  }

  private static List<Block> body() {
    return List.of(
        new Block.Paragraph("Der Deich <em>hält</em>. <a href=\"https://example.org/x\">Mehr</a>"),
        new Block.Heading(3, "Die Nacht"),
        new Block.Quote("Es reicht.", "Ole Brandt", null),
        new Block.ItemList(true, List.of("eins", "<strong>zwei</strong>")),
        new Block.Table(List.of("Ort"), List.of(List.of("Norderau"))),
        picture("https://example.org/nacht.jpg", "Die Nacht"),
        new Block.Embed(null, "https://example.org/film.mp4", "Der Film"),
        picture("https://example.org/g1.jpg", null),
        new Block.Embed(null, "https://example.org/post/1", "Ein Post"),
        new Block.Paragraph("Roh"),
        new Block.Divider(),
        new Block.Heading(3, "Zur Sache"),
        new Block.Paragraph("Deiche sind alt."),
        new Block.Paragraph("a &lt; b"),
        new Block.Paragraph("Auch das."));
  }

  private static Block picture(String url, @org.jspecify.annotations.Nullable String caption) {
    return new Block.Picture(new Image(url, null, caption, null, null, null, List.of()));
  }

  @Test
  void whatHasNoFieldOfOursIsKept() {
    assertThat(SAMPLES.document(SAMPLES.text()).extra())
        .containsEntry("headlines.mobile", List.of("Deich hält"))
        .containsEntry("description", List.of("Eine lange Nacht geht zu Ende."))
        .containsEntry("section", List.of("Wetter"))
        .containsEntry("planning", List.of("{\"internal_note\":\"Zahlen prüfen\"}"))
        .containsEntry("related", List.of("WELLE9"))
        .containsEntry("content_elements.sonderding.farbe", List.of("blau"))
        .containsKeys(
            "label.size",
            "credits.photos_by",
            "source.source_type",
            "distributor.category",
            "taxonomy.seo_keywords",
            "taxonomy.topics",
            "promo_items.video",
            "owner",
            "slug",
            "copyright",
            "revision.revision_id",
            "additional_properties",
            "canonical_website",
            "display_date",
            "publish_date",
            "first_publish_date",
            "created_date",
            "last_updated_date");
  }

  /** A row that no fixture has says what nobody tried. */
  @Test
  void everyRowOfTheTableIsInTheFixture() {
    var rows = new ArrayList<>(SAMPLES.rows());
    rows.removeAll(ALIKE);

    assertThat(rows).hasSizeGreaterThan(30);
    assertThat(rows).allSatisfy(row -> assertThat(SAMPLES.text()).contains("\"" + row + "\""));
  }

  @Test
  void anotherTypeIsNamed() {
    assertThat(SAMPLES.read("{\"type\": \"gallery\", \"version\": \"0.10.7\", \"_id\": \"x\"}"))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("unsupported-kind");
              assertThat(refused.faults().getFirst().detail()).contains("gallery");
            });
  }

  @Test
  void itIsToldFromOursAndFromNinjs() {
    assertThat(SAMPLES.knownAs()).isEqualTo("ans");
  }

  @Test
  void hostileElementsDoNoHarm() {
    var deep = "{\"type\":\"element_group\",\"content_elements\":[".repeat(40) + "]}".repeat(40);
    var document =
        SAMPLES.document(
            """
            {"type": "story", "version": "0.10", "_id": "x", "headlines": 7, "credits": [],
             "content_elements": [1, null, {"type": 3}, {"type": "text"}, {"type": "table", "rows": 1},
               {"type": "image", "url": "javascript:x()"}, {"type": "quote", "content_elements": [{}]},
               {"type": "text", "content": "Bleibt <script>x()</script>"}, %s]}
            """
                .formatted(deep));

    assertThat(FormatSamples.content(document).body())
        .containsExactly(new Block.Paragraph("Bleibt"));
    assertThat(FormatSamples.content(document).headline()).isEqualTo("Bleibt");
  }

  @Test
  void brokenSamplesNeverThrow() {
    SAMPLES.assertNoneThrows(13);
  }
}
