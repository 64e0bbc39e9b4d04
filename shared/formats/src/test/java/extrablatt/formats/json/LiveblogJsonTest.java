package extrablatt.formats.json;

import static extrablatt.formats.json.Samples.parsed;
import static extrablatt.formats.json.Samples.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Slug;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogContent;
import extrablatt.domain.liveblogs.LiveblogForms;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.domain.liveblogs.Retraction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveblogJsonTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final LiveblogId ID = new LiveblogId("01JQ8Z00000000000000000B01");

  /** Every field that a liveblog can have. */
  private static final String LIVEBLOG =
      """
      {"slug": "die-flut", "kicker": "Wetter", "headline": "Die Flut", "summary": "Alles zur Lage",
       "summaryPoints": ["Der Wind lässt nach", "Die Deiche halten"],
       "image": {"url": "/media/x/deich.jpg", "alt": "Deich"}, "sources": ["eigene Recherche"],
       "topics": ["Sturm"], "language": "de", "startsAt": "2026-03-14T11:00:00+01:00",
       "status": "live"}
      """;

  private final LiveblogJson json = new LiveblogJson();

  @Test
  void everyFieldIsRead() {
    var read = read(LIVEBLOG, BodyKind.CREATION);

    assertThat(read.content()).hasNoNullFieldsOrProperties();
    assertThat(read.content().summaryPoints())
        .containsExactly("Der Wind lässt nach", "Die Deiche halten");
    assertThat(read.content().startsAt()).isEqualTo(Instant.parse("2026-03-14T10:00:00Z"));
    assertThat(read.status()).isEqualTo(LiveblogStatus.LIVE);
  }

  @Test
  void aHeadlineIsEnoughAndMakesADraft() {
    var read = read("{\"headline\": \"Kurz\"}", BodyKind.CREATION);

    assertThat(read.content()).isEqualTo(titled("Kurz"));
    assertThat(read.status()).isEqualTo(LiveblogStatus.DRAFT);
  }

  @Test
  void whatIsStoredIsReadBackToTheSameBytes() {
    var content = read(LIVEBLOG, BodyKind.CREATION).content();

    var stored = json.stored(content);

    assertThat(json.read(stored)).isEqualTo(content);
    assertThat(json.stored(json.read(stored))).isEqualTo(stored);
  }

  @Test
  void theHeadAddsWhatItCountsToTheFace() {
    var liveblog = liveblog(LiveblogStatus.ENDED, null);

    assertThat(parsed(liveblog.head().whole()))
        .isEqualTo(
            parsed(
                Bytes.utf8(
                    """
                    {"id":"01JQ8Z00000000000000000B01","slug":"die-flut","revision":3,
                     "status":"ended","kicker":"Wetter","headline":"Die Flut",
                     "summary":"Alles zur Lage",
                     "summaryPoints":["Der Wind lässt nach","Die Deiche halten"],
                     "image":{"url":"/media/x/deich.jpg","alt":"Deich"},
                     "sources":["eigene Recherche"],"topics":["Sturm"],"language":"de",
                     "startsAt":"2026-03-14T10:00:00.000Z","endedAt":"2026-03-14T12:00:00.000Z",
                     "headSeq":17,"entryCount":5,"updatedAt":"2026-03-14T12:00:00.000Z"}
                    """)));
  }

  @Test
  void theNewsroomFormSaysWhatStands() {
    var form = parsed(form(liveblog(LiveblogStatus.LIVE, null))).fields();

    assertThat(form)
        .containsEntry("status", new JsonValue.JsonText("live"))
        .containsEntry("revision", new JsonValue.JsonNumber("3"))
        .containsEntry("liveRevision", new JsonValue.JsonNumber("3"))
        .containsEntry("headSeq", new JsonValue.JsonNumber("17"))
        .containsEntry("entryCount", new JsonValue.JsonNumber("5"))
        .containsEntry("updatedAt", new JsonValue.JsonText("2026-03-14T12:00:00.000Z"))
        .doesNotContainKeys("entries", "pinned");
  }

  @Test
  void whatThePublicCannotReadHasNoLiveRevision() {
    var draft = parsed(form(liveblog(LiveblogStatus.DRAFT, null))).fields();
    var withdrawn =
        parsed(form(liveblog(LiveblogStatus.LIVE, new Retraction("Falsch", NOON)))).fields();

    assertThat(draft).doesNotContainKey("liveRevision");
    assertThat(withdrawn)
        .doesNotContainKey("liveRevision")
        .containsEntry("status", new JsonValue.JsonText("live"));
  }

  @Test
  void theNewsroomFormIsPutBackUnchanged() {
    var liveblog = liveblog(LiveblogStatus.ENDED, null);

    var read = json.readContent(form(liveblog), BodyKind.REPLACEMENT);

    assertThat(read)
        .isEqualTo(new LiveblogReading.Read(json.read(liveblog.content()), LiveblogStatus.DRAFT));
  }

  @Test
  void aPatchIsLaidOverTheNewsroomForm() {
    var form = form(liveblog(LiveblogStatus.LIVE, null));

    var patched =
        (LiveblogReading.Read)
            json.patched(
                form,
                Bytes.utf8(
                    "{\"summary\": null, \"summaryPoints\": [\"Neu\"], \"status\": \"ended\","
                        + " \"headSeq\": null}"));

    assertThat(patched.content().summary()).isNull();
    assertThat(patched.content().summaryPoints()).containsExactly("Neu");
    assertThat(patched.content().kicker()).isEqualTo("Wetter");
  }

  @Test
  void aPatchThatRemovesWhatNobodyKnowsIsRefused() {
    var form = form(liveblog(LiveblogStatus.LIVE, null));

    var refused =
        (LiveblogReading.Refused) json.patched(form, Bytes.utf8("{\"lead\": null, \"colour\": 1}"));

    assertThat(pointers(refused.faults())).containsExactlyInAnyOrder("/lead", "/colour");
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    var faults =
        invalid(
            """
            {"slug": "Nein!", "kicker": null, "summary": 1, "summaryPoints": ["gut", ""],
             "image": [], "sources": "x", "topics": [7], "language": "deutsch!",
             "startsAt": "2026-03-14T11:00:00", "status": "over", "lead": "x"}
            """);

    assertThat(pointers(faults))
        .containsExactlyInAnyOrder(
            "/slug",
            "/kicker",
            "/headline",
            "/summary",
            "/summaryPoints/1",
            "/image",
            "/sources",
            "/topics/0",
            "/language",
            "/startsAt",
            "/status",
            "/lead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"headline\":", "{} {}", "\"x\"", "{\"a\":1,\"a\":2}"})
  void whatIsNoJsonObjectIsMalformed(String text) {
    var reading = json.readContent(Bytes.utf8(text), BodyKind.CREATION);

    assertThat(((LiveblogReading.Refused) reading).problem()).isEqualTo("malformed");
  }

  @ParameterizedTest
  @CsvSource({"draft, DRAFT", "upcoming, UPCOMING", "paused, PAUSED", "ended, ENDED"})
  void aStatusIsReadAsItGoesOverTheWire(String text, LiveblogStatus status) {
    var order = new OrderJson().status(Bytes.utf8("{\"status\": \"" + text + "\"}"));

    assertThat(order.accepted().status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"status\": \"LIVE\"}", "{\"status\": null}"})
  void aBodyWithoutAStatusIsFaulty(String body) {
    var order = new OrderJson().status(Bytes.utf8(body));

    assertThat(pointers(((OrderJson.Order.Faulty<?>) order).faults())).containsExactly("/status");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''|0", "{}|0", "{\"position\": 3}|3", "{\"position\": 99999999999}|2147483647"})
  void aPinIsAtTheTopUnlessItsBodySaysOtherwise(String body, int position) {
    assertThat(new OrderJson().pin(Bytes.utf8(body)).accepted().position()).isEqualTo(position);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "\"1\"", "null"})
  void aPositionIsAWholeNumber(String position) {
    var order = new OrderJson().pin(Bytes.utf8("{\"position\": " + position + "}"));

    assertThat(pointers(((OrderJson.Order.Faulty<?>) order).faults())).containsExactly("/position");
  }

  private LiveblogReading.Read read(String text, BodyKind kind) {
    return (LiveblogReading.Read) json.readContent(Bytes.utf8(text), kind);
  }

  private List<Fault> invalid(String text) {
    var refused = (LiveblogReading.Refused) json.readContent(Bytes.utf8(text), BodyKind.CREATION);
    assertThat(refused.problem()).isEqualTo("invalid");
    return refused.faults();
  }

  private Bytes form(Liveblog liveblog) {
    return json.newsroomForm(liveblog, json.read(liveblog.content()));
  }

  private Liveblog liveblog(LiveblogStatus status, @Nullable Retraction retraction) {
    var content = read(LIVEBLOG, BodyKind.CREATION).content();
    var startsAt = Instant.parse("2026-03-14T10:00:00Z");
    var endedAt = status == LiveblogStatus.ENDED ? NOON : null;
    var head =
        new LiveblogHead(
            ID,
            17,
            status,
            5,
            NOON,
            List.of(),
            null,
            new Slug("die-flut"),
            List.of(),
            startsAt,
            json.face(new LiveblogForms.Face(ID, 3, status, startsAt, endedAt, content)),
            retraction);
    return new Liveblog(ID, 4, 3, NOON, endedAt, json.stored(content), "desk", null, head);
  }

  private static LiveblogContent titled(String headline) {
    return new LiveblogContent(
        null, null, headline, null, List.of(), null, List.of(), List.of(), null, null);
  }
}
