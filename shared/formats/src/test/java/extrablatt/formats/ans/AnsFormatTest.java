package extrablatt.formats.ans;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Place;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.Related;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.FormatSamples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-20T09:15:00Z"));
    assertThat(document.isDraft()).isFalse();
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
                    new Correction(null, "Norderau liegt am Nordufer."),
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
            "content_restrictions",
            "status",
            "publishing",
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

  /** Nobody may see it before, whoever says so. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'display_date': '2099-01-02T00:00:00Z'",
        "'first_publish_date': '2099-01-02T00:00:00Z'",
        "'content_restrictions': {'embargo': {'active': true, 'end_time': '2099-01-02T00:00:00Z'}}",
        "'display_date': '2099-01-02T00:00:00Z', 'content_restrictions': {'embargo': {'active': true, 'end_time': '2099-01-01T00:00:00Z'}}",
        "'status': 'Embargoed', 'content_restrictions': {'embargo': {'active': true, 'end_time': '2099-01-02T00:00:00Z'}}",
        "'publishing': {'has_published_edition': false, 'scheduled_operations': {'publish_edition': [{'operation_date': '2099-01-02T00:00:00Z'}]}}"
      })
  void anEmbargoIsKept(String properties) {
    assertThat(story(properties).publishAt()).isEqualTo(Instant.parse("2099-01-02T00:00:00Z"));
    assertThat(story(properties).isDraft()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'content_restrictions': {'embargo': {'active': false, 'end_time': '2099-01-02T00:00:00Z'}}",
        "'content_restrictions': {'content_code': 'free'}",
        "'status': 'published'",
        "'display_date': 'soon'"
      })
  void whatIsNoEmbargoIsNone(String properties) {
    assertThat(story(properties).publishAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'content_restrictions': {'embargo': {'active': true}} | /content_restrictions/embargo",
        "'content_restrictions': {'embargo': {'active': true, 'end_time': 'soon'}} | /content_restrictions/embargo/end_time",
        "'content_restrictions': {'embargo': {'end_time': 7}} | /content_restrictions/embargo/end_time",
        "'content_restrictions': {'embargo': true} | /content_restrictions/embargo",
        "'content_restrictions': ['embargo'] | /content_restrictions",
        "'status': 'embargoed' | /status",
        "'publishing': {'has_published_edition': false, 'scheduled_operations': {'publish_edition': [{}]}} | /publishing/scheduled_operations/publish_edition/0/operation_date"
      },
      quoteCharacter = '`')
  void anEmbargoThatNobodyCanReadRefusesTheStory(String properties, String pointer) {
    assertThat(SAMPLES.read(json(properties)))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused ->
                assertThat(refused.faults())
                    .singleElement()
                    .satisfies(
                        fault -> assertThat(fault.place()).isEqualTo(new Place.Pointer(pointer))));
  }

  @Test
  void whatWasNeverPublishedThereIsADraftHere() {
    assertThat(story("'publishing': {'has_published_edition': false}").isDraft()).isTrue();
    var ending =
        "'publishing': {'has_published_edition': true, 'scheduled_operations': {'unpublish_edition': [{'operation_date': '2099-01-02T00:00:00Z'}]}}";
    assertThat(FormatSamples.content(story(ending)).expiresAt())
        .isEqualTo(Instant.parse("2099-01-02T00:00:00Z"));
  }

  /** A picture may be embargoed where its story is not. */
  @Test
  void anElementUnderAnEmbargoOfItsOwnIsLeftOut() {
    var picture =
        "{'type': 'image', 'url': 'https://example.org/geheim.jpg', 'content_restrictions': {'embargo': {'active': true}}}";

    var document =
        story("'promo_items': {'basic': " + picture + "}, 'content_elements': [" + picture + "]");

    assertThat(document.instruction().toString()).doesNotContain("geheim");
    assertThat(document.warnings()).hasSize(2);
  }

  @Test
  void anOperationBringsAStoryOrTakesItBack() {
    var story = json("'subheadlines': {'basic': 'L'}, 'last_updated_date': '2026-11-20T10:00:00Z'");
    var frame =
        "{'type': 'content-operation', 'organization_id': 'o', 'id': 'S1', 'date': '2026-11-20T11:00:00Z', 'operation': '%s', 'published': %s%s}"
            .replace('\'', '"');

    var brought = SAMPLES.document(frame.formatted("insert-story", true, ", \"body\": " + story));
    var draft = SAMPLES.document(frame.formatted("insert-story", false, ", \"body\": " + story));
    var taken = SAMPLES.document(frame.formatted("delete-story", true, ""));

    var version = Instant.parse("2026-11-20T11:00:00Z").toEpochMilli();
    assertThat(brought.guid()).isEqualTo("S1");
    assertThat(brought.version()).isEqualTo(version);
    assertThat(FormatSamples.content(brought).headline()).isEqualTo("H");
    assertThat(brought.isDraft()).isFalse();
    assertThat(draft.isDraft()).isTrue();
    assertThat(taken.guid()).isEqualTo("S1");
    assertThat(taken.version()).isEqualTo(version);
    assertThat(taken.instruction()).isEqualTo(new Instruction.Kill("deleted by its provider"));
    assertThat(SAMPLES.refused(frame.formatted("insert-story", true, "")).problem())
        .isEqualTo("invalid");
    assertThat(SAMPLES.refused(frame.formatted("insert-gallery", true, "")).problem())
        .isEqualTo("unsupported-kind");
  }

  @Test
  void aStoryOperationTakesAStoryBackToo() {
    var operation =
        "{'type': 'story_operation', 'operation': 'unpublish_edition', 'story_id': 'S1', 'date': '2026-11-20T11:00:00Z'}"
            .replace('\'', '"');

    assertThat(SAMPLES.document(operation).instruction())
        .isEqualTo(new Instruction.Kill("unpublished by its provider"));
    assertThat(new AnsFormat().looksLike(operation.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  private static IncomingDocument story(String properties) {
    return SAMPLES.document(json(properties));
  }

  private static String json(String properties) {
    return "{'_id': 'S1', 'type': 'story', 'version': '0.10.9', 'headlines': {'basic': 'H'}, "
            .replace('\'', '"')
        + properties.replace('\'', '"')
        + "}";
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
