package extrablatt.liveblogs;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.TeaserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {
  private static final String NOBODY = "01JQ8Z00000000000000000X01";

  private final Newsroom newsroom = new Newsroom();
  private final LiveblogId liveblog = newsroom.liveblog("live");

  @Test
  void aPostedEntryIsPublishedAtOnce() {
    var answer =
        newsroom.post(liveblog, "{\"body\": [{\"type\": \"paragraph\", \"html\": \"Tor\"}]}");

    var id = answer.value("id");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location"))
        .isEqualTo("/newsroom/liveblogs/" + liveblog + "/entries/" + id);
    assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"id":"%s","seq":1,"firstSeq":1,"status":"published","revision":1,"liveRevision":1,\
            "pinned":false,"publishedAt":"2026-03-14T12:00:00.000Z",\
            "updatedAt":"2026-03-14T12:00:00.000Z","keyEvent":false,"significant":true,\
            "body":[{"type":"paragraph","html":"Tor"}]}\
            """
                .formatted(id));
    assertThat(newsroom.onEntry(liveblog, id, "GET", "", "").body()).isEqualTo(answer.body());
  }

  @Test
  void aDraftHasNoNumber() {
    var draft = newsroom.post(liveblog, "{\"headline\": \"Bald\", \"status\": \"draft\"}");

    assertThat(draft.value("status")).isEqualTo("draft");
    assertThat(draft.body()).doesNotContain("seq").doesNotContain("publishedAt");
    assertThat(newsroom.get(liveblog).value("headSeq")).isEqualTo("0");
  }

  @Test
  void anEntryWithATimeToComeIsScheduled() {
    var scheduled =
        newsroom.post(
            liveblog, "{\"headline\": \"Bald\", \"publishAt\": \"2026-03-14T13:00:00Z\"}");

    assertThat(scheduled.value("status")).isEqualTo("scheduled");
    assertThat(scheduled.value("publishAt")).isEqualTo("2026-03-14T13:00:00.000Z");
  }

  @Test
  void aScheduledEntryNeedsItsTime() {
    var answer = newsroom.post(liveblog, "{\"headline\": \"Bald\", \"status\": \"scheduled\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointers()).containsExactly("/publishAt");
  }

  @Test
  void anEditTakesTheNextNumberAndKeepsItsPlace() {
    var id = newsroom.posted(liveblog, "Das Wasser steigt");
    newsroom.posted(liveblog, "Der Wind dreht");
    newsroom.clock.pass(Duration.ofMinutes(1));

    var edited = put(id, "{\"headline\": \"Das Wasser fällt\"}", "\"v1\"");

    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.header("ETag")).isEqualTo("\"v2\"");
    assertThat(edited.value("seq")).isEqualTo("3");
    assertThat(edited.value("firstSeq")).isEqualTo("1");
    assertThat(edited.value("revision")).isEqualTo("2");
    assertThat(edited.value("publishedAt")).isEqualTo("2026-03-14T12:00:00.000Z");
    assertThat(edited.value("updatedAt")).isEqualTo("2026-03-14T12:01:00.000Z");
  }

  @Test
  void whatWasGotCanBePutAndSaysNothingNew() {
    var id = newsroom.posted(liveblog, "Das Wasser steigt");
    var got = newsroom.onEntry(liveblog, id, "GET", "", "");

    var again = put(id, got.body(), got.header("ETag"));

    assertThat(again.body()).isEqualTo(got.body());
    assertThat(again.header("ETag")).isEqualTo(got.header("ETag"));
    assertThat(newsroom.get(liveblog).value("headSeq")).isEqualTo("1");
  }

  @Test
  void aDraftIsPublishedByAPut() {
    var draft = newsroom.post(liveblog, "{\"headline\": \"Bald\", \"status\": \"draft\"}");

    var published = put(draft.value("id"), "{\"headline\": \"Jetzt\"}", "\"v1\"");

    assertThat(published.value("status")).isEqualTo("published");
    assertThat(published.value("seq")).isEqualTo("1");
  }

  @Test
  void aPublishedEntryNeverReturnsToDraftWhateverElseIsWrong() {
    var id = newsroom.posted(liveblog, "Das Wasser steigt");

    var draft = put(id, "{\"status\": \"draft\", \"colour\": \"rot\"}", "*");
    var scheduled = put(id, "{\"headline\": \"x\", \"publishAt\": \"2027-01-01T00:00:00Z\"}", "*");

    assertThat(draft.status()).isEqualTo(409);
    assertThat(scheduled.status()).isEqualTo(409);
  }

  @Test
  void whoEditsSaysWhichVersionHeMeans() {
    var id = newsroom.posted(liveblog, "Das Wasser steigt");

    var without = newsroom.onEntry(liveblog, id, "PUT", "", "{\"headline\": \"x\"}");
    var stale = put(id, "{}", "\"v2\"");
    var garbage = put(id, "{}", "v1");

    assertThat(without.status()).isEqualTo(428);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.header("ETag")).isEqualTo("\"v1\"");
    assertThat(garbage.status()).isEqualTo(400);
  }

  @Test
  void aRemovedEntryIsGone() {
    var id = newsroom.posted(liveblog, "Das Wasser steigt");

    var stale = newsroom.onEntry(liveblog, id, "DELETE", "", "", "If-Match", "\"v9\"");
    var removed = newsroom.onEntry(liveblog, id, "DELETE", "", "", "If-Match", "\"v1\"");

    assertThat(stale.status()).isEqualTo(412);
    assertThat(removed.status()).isEqualTo(204);
    assertThat(removed.body()).isEmpty();
    assertThat(newsroom.onEntry(liveblog, id, "DELETE", "", "").status()).isEqualTo(404);
    assertThat(newsroom.onEntry(liveblog, id, "GET", "", "").status()).isEqualTo(404);
    assertThat(newsroom.onEntry(liveblog, id, "POST", "/pin", "{}").status()).isEqualTo(404);
    assertThat(newsroom.get(liveblog).value("entryCount")).isEqualTo("0");
  }

  @Test
  void aPinChangesTheNumberButNotTheRevision() {
    var id = newsroom.posted(liveblog, "Das Wasser steigt");
    newsroom.clock.pass(Duration.ofMinutes(1));

    var pinned = newsroom.onEntry(liveblog, id, "POST", "/pin", "");
    var again = newsroom.onEntry(liveblog, id, "POST", "/pin", "{\"position\": 7}");
    var unpinned = newsroom.onEntry(liveblog, id, "POST", "/unpin", "");

    assertThat(pinned.value("pinned")).isEqualTo("true");
    assertThat(pinned.value("seq")).isEqualTo("2");
    assertThat(pinned.value("revision")).isEqualTo("1");
    assertThat(pinned.value("updatedAt")).isEqualTo("2026-03-14T12:00:00.000Z");
    assertThat(pinned.header("ETag")).isEqualTo("\"v2\"");
    assertThat(again.body()).isEqualTo(pinned.body());
    assertThat(unpinned.value("pinned")).isEqualTo("false");
    assertThat(unpinned.value("seq")).isEqualTo("3");
    assertThat(unpinned.header("ETag")).isEqualTo("\"v3\"");
  }

  @Test
  void aPinUnderAKeyIsDoneOnce() {
    var id = newsroom.posted(liveblog, "Das Wasser steigt");

    var first = newsroom.onEntry(liveblog, id, "POST", "/pin", "", "Idempotency-Key", "p");
    newsroom.onEntry(liveblog, id, "POST", "/unpin", "");
    var second = newsroom.onEntry(liveblog, id, "POST", "/pin", "", "Idempotency-Key", "p");

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(newsroom.onEntry(liveblog, id, "GET", "", "").value("pinned")).isEqualTo("false");
  }

  @Test
  void onlyAPublishedEntryIsPinned() {
    var draft =
        newsroom.post(liveblog, "{\"headline\": \"Bald\", \"status\": \"draft\"}").value("id");

    var pin = newsroom.onEntry(liveblog, draft, "POST", "/pin", "{\"position\": -1}");
    var unpin = newsroom.onEntry(liveblog, draft, "POST", "/unpin", "{\"x\": 1}");

    assertThat(pin.status()).isEqualTo(409);
    assertThat(unpin.status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"position\": -1}", "{\"position\": 1.5}", "{\"at\": 1}"})
  void aPinsBodyIsChecked(String body) {
    var id = newsroom.posted(liveblog, "Das Wasser steigt");

    assertThat(newsroom.onEntry(liveblog, id, "POST", "/pin", body).status()).isEqualTo(422);
  }

  @Test
  void thereAreAtMostTwentyPins() {
    for (int i = 0; i < 20; i++) {
      newsroom.onEntry(liveblog, newsroom.posted(liveblog, "Eintrag"), "POST", "/pin", "");
    }
    var one = newsroom.posted(liveblog, "Einer zu viel");

    var answer = newsroom.onEntry(liveblog, one, "POST", "/pin", "");

    assertThat(answer.status()).isEqualTo(422);
  }

  @Test
  void anUnknownTeaserIsAFaultAtItsPlace() {
    var answer =
        newsroom.post(
            liveblog,
            "{\"body\": [{\"type\": \"videoTeaser\", \"teaser\": {\"id\": \"" + NOBODY + "\"}}]}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointers()).containsExactly("/body/0/teaser/id");
  }

  @Test
  void aTeaserThatComesWithAnEntryIsPublishedWithIt() {
    var answer =
        newsroom.post(
            liveblog,
            "{\"body\": [{\"type\": \"videoTeaser\", \"teaser\": {\"title\": \"Flut\"}}]}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .contains("\"type\":\"videoTeaser\",\"teaser\":{\"id\":\"")
        .contains("\"title\":\"Flut\"")
        .contains("\"status\":\"published\"");
  }

  @Test
  void aTeaserThatADraftNoLongerShowsIsNotPublishedWithIt() {
    var draft =
        newsroom.post(
            liveblog,
            "{\"status\": \"draft\", \"body\": [{\"type\": \"videoTeaser\","
                + " \"teaser\": {\"title\": \"Flut\"}}]}");
    var teaser = new TeaserId(draft.values("id").getLast());

    var published = put(draft.value("id"), "{\"headline\": \"Ohne Film\"}", "*");

    assertThat(published.value("status")).isEqualTo("published");
    assertThat(newsroom.stores.content().find(teaser).orElseThrow().spans()).isEmpty();
  }

  @Test
  void anEntryThatIsTooLongIsTooLarge() {
    var block = "{\"type\": \"paragraph\", \"html\": \"" + "x".repeat(19_000) + "\"}";

    var answer =
        newsroom.post(
            liveblog, "{\"body\": [" + String.join(",", block, block, block, block) + "]}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.value("type")).isEqualTo("/problems/too-large");
  }

  @Test
  void theListShowsEveryEntryThoseCreatedLastFirst() {
    var first = newsroom.posted(liveblog, "eins");
    newsroom.clock.pass(Duration.ofSeconds(1));
    var second =
        newsroom.post(liveblog, "{\"headline\": \"zwei\", \"status\": \"draft\"}").value("id");

    var page = newsroom.entries(liveblog, "limit=1");
    var rest = newsroom.entries(liveblog, "limit=1&cursor=" + page.value("next"));

    assertThat(page.values("id")).containsExactly(second);
    assertThat(rest.values("id")).containsExactly(first);
    assertThat(newsroom.entries(liveblog, "keyEvents=true").status()).isEqualTo(400);
  }

  @Test
  void anEntryBelongsToItsLiveblog() {
    var other = newsroom.liveblog("live");
    var id = newsroom.posted(liveblog, "Das Wasser steigt");

    assertThat(newsroom.onEntry(other, id, "GET", "", "").status()).isEqualTo(404);
    assertThat(newsroom.onEntry(liveblog, NOBODY, "GET", "", "").status()).isEqualTo(404);
    assertThat(newsroom.onEntry(liveblog, "x", "PUT", "", "nonsense").status()).isEqualTo(404);
  }

  private Answer put(String id, String body, String ifMatch) {
    return newsroom.onEntry(liveblog, id, "PUT", "", body, "If-Match", ifMatch);
  }
}
