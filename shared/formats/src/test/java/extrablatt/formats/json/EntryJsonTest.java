package extrablatt.formats.json;

import static extrablatt.formats.json.Samples.parsed;
import static extrablatt.formats.json.Samples.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.ingest.EntryDelivery;
import extrablatt.domain.liveblogs.Entry;
import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.EntryForms;
import extrablatt.domain.liveblogs.EntrySave;
import extrablatt.domain.liveblogs.EntryStatus;
import extrablatt.domain.liveblogs.EntryView;
import extrablatt.domain.liveblogs.PublicEntry;
import extrablatt.domain.liveblogs.TextRow;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.videos.Countries;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryJsonTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final TeaserId TEASER = new TeaserId(Samples.TEASER_ID);
  private static final EntryId ID = new EntryId("01JQ8Z00000000000000000E01");

  /** Every field that an entry can have, and a teaser among its blocks. */
  private static final String ENTRY =
      """
      {"headline": "Der Deich hält", "authors": [{"name": "Ole Brandt"}],
       "sources": ["Deichamt"], "keyEvent": true, "significant": false,
       "eventTime": "2026-03-14T12:30:00+01:00", "status": "scheduled",
       "publishAt": "2026-03-14T14:00:00Z",
       "body": [{"type": "paragraph", "html": "Das Wasser <strong>fällt</strong>."},
         {"type": "videoTeaser", "teaser": {"id": "01JQ8Z00000000000000000T01"}},
         {"type": "divider"}]}
      """;

  private final EntryJson json = new EntryJson();

  @Test
  void everyFieldIsRead() {
    var save = one(ENTRY);

    assertThat(save.status()).isEqualTo(EntryStatus.SCHEDULED);
    assertThat(save.publishAt()).isEqualTo(NOON.plusSeconds(7200));
    assertThat(save.content())
        .isEqualTo(
            new EntryContent(
                "Der Deich hält",
                List.of(
                    new Block.Paragraph("Das Wasser <strong>fällt</strong>."),
                    new Block.VideoTeaser(TEASER),
                    new Block.Divider()),
                List.of(new Author("Ole Brandt", null)),
                List.of("Deichamt"),
                true,
                false,
                NOON.minusSeconds(1800)));
  }

  @Test
  void aHeadlineIsEnoughAndIsPublished() {
    assertThat(one("{\"headline\": \"Tor\"}"))
        .isEqualTo(
            new EntrySave(
                new EntryContent("Tor", List.of(), List.of(), List.of(), false, true, null),
                EntryStatus.PUBLISHED,
                null));
  }

  @Test
  void whatIsStoredIsReadBackToTheSameBytes() {
    var content = one(ENTRY).content();

    var stored = json.stored(content);

    assertThat(json.read(stored)).isEqualTo(content);
    assertThat(json.stored(json.read(stored))).isEqualTo(stored);
  }

  @Test
  void thePublicReadsTheTeaserOnlyWhileItIsShown() {
    var span = new Span(1, NOON, NOON.plusSeconds(60), NOON, NOON, null, null, List.of());
    var teaser = TeaserContent.of("Flut", null, null, null, null);
    var condition = new Condition(NOON, NOON.plusSeconds(60), Countries.EVERYWHERE);
    var shown = new ShownTeaser(TEASER, span, NOON, teaser, condition);

    var whole = published(Map.of(TEASER, List.of(shown))).whole();

    assertThat(whole.joined(NOON, null).text())
        .contains("{\"type\":\"videoTeaser\",\"teaser\":{\"id\":\"" + TEASER + "\"");
    assertThat(parsed(whole.joined(NOON.plusSeconds(60), null)))
        .isEqualTo(
            parsed(
                Bytes.utf8(
                    """
                    {"id":"01JQ8Z00000000000000000E01","seq":9,"firstSeq":7,"pinned":true,
                     "revision":2,"status":"published","publishedAt":"2026-03-14T12:00:00.000Z",
                     "updatedAt":"2026-03-14T12:00:05.000Z","headline":"Der Deich hält",
                     "authors":[{"name":"Ole Brandt"}],"sources":["Deichamt"],"keyEvent":true,
                     "significant":false,"eventTime":"2026-03-14T11:30:00.000Z",
                     "body":[{"type":"paragraph","html":"Das Wasser <strong>fällt</strong>."},
                       {"type":"divider"}]}
                    """)));
  }

  @Test
  void aTeaserThatIsNotThereIsLeftOut() {
    var whole = published(Map.of()).whole();

    assertThat(whole.isConditional()).isFalse();
    assertThat(whole.joined(NOON, null).text()).doesNotContain("videoTeaser");
  }

  @Test
  void theNewsroomFormOfAPublishedEntryHasItsNumbers() {
    var form =
        parsed(json.newsroomForm(view(EntryStatus.PUBLISHED, published(Map.of())), NOON)).fields();

    assertThat(form)
        .containsEntry("id", new JsonValue.JsonText(ID.value()))
        .containsEntry("seq", new JsonValue.JsonNumber("9"))
        .containsEntry("firstSeq", new JsonValue.JsonNumber("7"))
        .containsEntry("pinned", new JsonValue.JsonFlag(true))
        .containsEntry("status", new JsonValue.JsonText("published"))
        .containsEntry("revision", new JsonValue.JsonNumber("2"))
        .containsEntry("updatedAt", new JsonValue.JsonText("2026-03-14T12:00:05.000Z"))
        .containsKey("origin")
        .doesNotContainKey("publishAt");
  }

  @Test
  void theNewsroomFormOfAScheduledEntryHasNoNumberButItsTime() {
    var form = json.newsroomForm(view(EntryStatus.SCHEDULED, null), NOON);

    assertThat(parsed(form).fields())
        .containsEntry("status", new JsonValue.JsonText("scheduled"))
        .containsEntry("publishAt", new JsonValue.JsonText("2026-03-14T14:00:00.000Z"))
        .containsEntry("pinned", new JsonValue.JsonFlag(false))
        .doesNotContainKeys("seq", "firstSeq", "publishedAt", "updatedAt", "liveRevision");
    assertThat(json.replacement(form)).isEqualTo(new EntryReading.One(one(ENTRY)));
  }

  @Test
  void anArrayIsReadInItsOrder() {
    var many =
        (EntryReading.Many)
            json.posted(Bytes.utf8("[{\"headline\": \"eins\"}, {\"headline\": \"zwei\"}]"));

    assertThat(many.saves())
        .extracting(save -> save.content().headline())
        .containsExactly("eins", "zwei");
  }

  @Test
  void everyFaultOfAnArrayIsNamedAtOnce() {
    var refused =
        refused(
            """
            [{"headline": "gut"}, 7, {}, {"headline": null, "body": [{"type": "poll"},
              {"type": "heading", "level": 9, "text": "x"}], "colour": "rot"},
             {"headline": "x", "status": "scheduled"}, {"headline": "x", "status": "gone",
              "publishAt": "morgen", "keyEvent": 1, "significant": "no", "authors": [{"name": ""}]}]
            """);

    assertThat(pointers(refused.faults()))
        .containsExactlyInAnyOrder(
            "/1",
            "/2/headline",
            "/3/headline",
            "/3/body/0/type",
            "/3/body/1/level",
            "/3/colour",
            "/4/publishAt",
            "/5/status",
            "/5/publishAt",
            "/5/keyEvent",
            "/5/significant",
            "/5/authors/0/name");
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "101, /100", "5000, /100"})
  void anArrayHoldsOneToAHundredEntries(int count, String pointer) {
    var entries = String.join(",", Collections.nCopies(count, "{\"headline\": \"x\"}"));

    var refused = refused("[" + entries + "]");

    assertThat(pointers(refused.faults())).containsExactly(pointer);
  }

  @Test
  void whatIsWantedIsKnownThoughItHasFaults() {
    var refused = refused("{\"status\": \"draft\", \"colour\": \"rot\", \"headline\": \"x\"}");

    assertThat(refused.wanted())
        .isEqualTo(new EntrySave(one("{\"headline\": \"x\"}").content(), EntryStatus.DRAFT, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "null", "[{]", "[] []"})
  void whatIsNeitherObjectNorArrayIsMalformed(String text) {
    assertThat(((EntryReading.Refused) json.posted(Bytes.utf8(text))).problem())
        .isEqualTo("malformed");
  }

  @Test
  void anArrayReplacesNothing() {
    var reading = json.replacement(Bytes.utf8("[{\"headline\": \"x\"}]"));

    assertThat(((EntryReading.Refused) reading).problem()).isEqualTo("malformed");
  }

  @Test
  void aDroppedEntryMaySayItsGuidAndVersion() {
    var reading =
        json.delivered(
            Bytes.utf8("{\"guid\": \"urn:1\", \"version\": 3, \"headline\": \"x\", \"seq\": 4}"));

    assertThat(reading)
        .isEqualTo(
            new EntryDelivery.Reading.Understood(
                new EntryDelivery(
                    "urn:1",
                    3L,
                    new EntryDelivery.Instruction.Save(one("{\"headline\": \"x\"}")))));
  }

  @Test
  void aDroppedOrderToRemoveSaysWhy() {
    var reading =
        json.delivered(Bytes.utf8("{\"guid\": \"urn:1\", \"withdraw\": {\"reason\": \"Falsch\"}}"));

    assertThat(reading)
        .isEqualTo(
            new EntryDelivery.Reading.Understood(
                new EntryDelivery("urn:1", null, new EntryDelivery.Instruction.Kill("Falsch"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"withdraw\": {}}|/withdraw/reason",
        "{\"withdraw\": {\"reason\": \"x\"}, \"headline\": \"x\"}|/headline",
        "{\"headline\": \"x\", \"guid\": \" \"}|/guid",
        "{\"headline\": \"x\", \"version\": -1}|/version",
        "{\"status\": \"scheduled\", \"headline\": \"x\"}|/publishAt"
      })
  void whatIsWrongWithADropIsNamed(String text, String pointer) {
    var reading = (EntryDelivery.Reading.Refused) json.delivered(Bytes.utf8(text));

    assertThat(pointers(reading.faults())).containsExactly(pointer);
  }

  private EntrySave one(String text) {
    return ((EntryReading.One) json.posted(Bytes.utf8(text))).save();
  }

  private EntryReading.Refused refused(String text) {
    var refused = (EntryReading.Refused) json.posted(Bytes.utf8(text));
    assertThat(refused.problem()).isEqualTo("invalid");
    return refused;
  }

  private PublicEntry published(Map<TeaserId, List<ShownTeaser>> teasers) {
    var face =
        json.face(new EntryForms.Face(2, NOON, NOON.plusSeconds(5), one(ENTRY).content(), teasers));
    return new PublicEntry(ID, 7, 9, true, true, new TextRow(9, NOON, true), List.of(), face);
  }

  private EntryView view(EntryStatus status, @Nullable PublicEntry published) {
    var content = one(ENTRY).content();
    boolean isPublic = published != null;
    var entry =
        new Entry(
            new LiveblogId("01JQ8Z00000000000000000B01"),
            ID,
            3,
            2,
            status,
            isPublic ? null : NOON.plusSeconds(7200),
            isPublic ? Long.valueOf(7) : null,
            NOON,
            isPublic ? NOON : null,
            isPublic ? NOON.plusSeconds(5) : null,
            "desk",
            new Origin("demo", "e1", 2L, "html", "01JQ8Z00000000000000000R01"),
            List.of(),
            List.of(),
            json.stored(content));
    return new EntryView(entry, published, content, Map.of());
  }
}
