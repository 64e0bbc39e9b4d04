package extrablatt.liveblogs;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.LiveblogId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveblogsTest {
  private static final String NOBODY = "01JQ8Z00000000000000000X01";

  private final Newsroom newsroom = new Newsroom();

  @Test
  void aNewLiveblogIsADraftWithASlugAndAStart() {
    var answer = newsroom.create("{\"headline\": \"Die Flut\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/newsroom/liveblogs/" + answer.value("id"));
    assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"id":"%s","revision":1,"status":"draft","slug":"die-flut","headline":"Die Flut",\
            "language":"de","startsAt":"2026-03-14T12:00:00.000Z","headSeq":0,"entryCount":0,\
            "updatedAt":"2026-03-14T12:00:00.000Z"}\
            """
                .formatted(answer.value("id")));
  }

  @Test
  void aLiveblogMayBeginLive() {
    var id = newsroom.liveblog("live");

    assertThat(newsroom.get(id).value("status")).isEqualTo("live");
    assertThat(newsroom.get(id).value("liveRevision")).isEqualTo("1");
  }

  @Test
  void everyFaultIsNamed() {
    var answer = newsroom.create("{\"summary\": null, \"status\": \"over\", \"lead\": \"x\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointers())
        .containsExactlyInAnyOrder("/headline", "/summary", "/status", "/lead");
  }

  @Test
  void aTakenSlugWeighsMoreThanFaults() {
    newsroom.create("{\"headline\": \"Eins\", \"slug\": \"flut\"}");

    var answer = newsroom.create("{\"slug\": \"flut\"}");

    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void aRepeatedCallWithTheSameKeyMakesOneLiveblog() {
    var request =
        Newsroom.request(
                "POST /newsroom/liveblogs", "/newsroom/liveblogs", "{\"headline\": \"Die Flut\"}")
            .withHeader("Idempotency-Key", "k-1");

    var first = newsroom.call(request);
    var second = newsroom.call(request);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(newsroom.liveblogs("").values("id")).hasSize(1);
  }

  @Test
  void whatWasGotCanBePutAndSaysNothingNew() {
    var id = newsroom.liveblog("live");
    newsroom.posted(id, "Das Wasser steigt");
    newsroom.clock.pass(Duration.ofMinutes(1));
    var got = newsroom.get(id);

    var put = newsroom.on(id, "PUT", "", got.body(), "If-Match", got.header("ETag"));

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.body()).isEqualTo(got.body());
    assertThat(put.header("ETag")).isEqualTo(got.header("ETag"));
  }

  @Test
  void aReplacementDropsWhatItLeavesOutButTheSlug() {
    var id =
        new LiveblogId(
            newsroom
                .create(
                    "{\"headline\": \"Die Flut\", \"kicker\": \"Wetter\", \"status\": \"live\"}")
                .value("id"));

    var put = newsroom.on(id, "PUT", "", "{\"headline\": \"Ebbe\"}", "If-Match", "\"v1\"");

    assertThat(put.header("ETag")).isEqualTo("\"v2\"");
    assertThat(put.value("slug")).isEqualTo("die-flut");
    assertThat(put.value("revision")).isEqualTo("2");
    assertThat(put.value("headSeq")).isEqualTo("1");
    assertThat(put.body()).doesNotContain("kicker");
  }

  @Test
  void aPatchChangesWhatItNames() {
    var id = newsroom.liveblog("live");

    var patched =
        newsroom.on(
            id,
            "PATCH",
            "",
            "{\"summary\": \"Alles zur Lage\", \"status\": \"ended\"}",
            "If-Match",
            "\"v1\"",
            "Content-Type",
            "application/merge-patch+json");

    assertThat(patched.value("summary")).isEqualTo("Alles zur Lage");
    assertThat(patched.value("status")).isEqualTo("live");
  }

  @Test
  void aPatchIsAMergePatchOnly() {
    var id = newsroom.liveblog("live");

    var answer =
        newsroom.on(id, "PATCH", "", "{}", "If-Match", "*", "Content-Type", "application/json");

    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void whoChangesALiveblogSaysWhichVersionHeMeans() {
    var id = newsroom.liveblog("live");

    var without = newsroom.on(id, "PUT", "", "{\"headline\": \"x\"}");
    var stale = newsroom.on(id, "PUT", "", "{\"headline\": \"x\"}", "If-Match", "\"v7\"");
    var weak = newsroom.on(id, "PUT", "", "{\"headline\": \"x\"}", "If-Match", "W/\"v1\"");

    assertThat(without.status()).isEqualTo(428);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.header("ETag")).isEqualTo("\"v1\"");
    assertThat(weak.status()).isEqualTo(412);
  }

  @Test
  void entriesDoNotChangeALiveblogsOwnVersion() {
    var id = newsroom.liveblog("live");
    newsroom.posted(id, "Das Wasser steigt");

    var put = newsroom.on(id, "PUT", "", "{\"headline\": \"Ebbe\"}", "If-Match", "\"v1\"");

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.value("headSeq")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({
    "draft, upcoming, 200",
    "draft, live, 200",
    "draft, paused, 409",
    "draft, ended, 409",
    "upcoming, live, 200",
    "upcoming, draft, 409",
    "upcoming, ended, 409",
    "live, paused, 200",
    "live, ended, 200",
    "live, upcoming, 409",
    "live, draft, 409",
    "paused, live, 200",
    "paused, ended, 200",
    "paused, draft, 409",
    "ended, live, 200",
    "ended, paused, 409",
    "live, live, 200",
    "draft, draft, 200"
  })
  void aStatusLeadsToSomeOthers(String from, String to, int status) {
    var id = newsroom.liveblog(from);

    var answer = newsroom.on(id, "POST", "/status", "{\"status\": \"" + to + "\"}");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(newsroom.get(id).value("status")).isEqualTo(status == 200 ? to : from);
  }

  @Test
  void anEndedLiveblogHasAnEndUntilItGoesOn() {
    var id = newsroom.liveblog("live");

    var ended = newsroom.on(id, "POST", "/status", "{\"status\": \"ended\"}");
    var reopened = newsroom.on(id, "POST", "/status", "{\"status\": \"live\"}");

    assertThat(ended.value("endedAt")).isEqualTo("2026-03-14T12:00:00.000Z");
    assertThat(reopened.body()).doesNotContain("endedAt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"status\": \"over\"}", "{\"status\": \"live\", \"x\": 1}"})
  void whatIsNoStatusIsInvalid(String body) {
    var id = newsroom.liveblog("live");

    assertThat(newsroom.on(id, "POST", "/status", body).status()).isEqualTo(422);
  }

  @Test
  void aStaleStatusIsRefused() {
    var id = newsroom.liveblog("live");

    var answer =
        newsroom.on(id, "POST", "/status", "{\"status\": \"ended\"}", "If-Match", "\"v9\"");

    assertThat(answer.status()).isEqualTo(412);
  }

  @Test
  void nothingHappensToAWithdrawnLiveblog() {
    var id = newsroom.liveblog("live");
    var entry = newsroom.posted(id, "Das Wasser steigt");
    var withdrawn = newsroom.on(id, "POST", "/withdraw", "{\"reason\": \"Falsche Quelle\"}");

    assertThat(withdrawn.status()).isEqualTo(200);
    assertThat(withdrawn.body()).doesNotContain("liveRevision");
    assertThat(newsroom.on(id, "POST", "/withdraw", "{}").status()).isEqualTo(409);
    assertThat(newsroom.on(id, "POST", "/status", "{}").status()).isEqualTo(409);
    assertThat(newsroom.on(id, "PUT", "", "{}", "If-Match", "*").status()).isEqualTo(409);
    assertThat(newsroom.post(id, "[]").status()).isEqualTo(409);
    assertThat(newsroom.onEntry(id, entry, "POST", "/pin", "7").status()).isEqualTo(400);
    assertThat(newsroom.onEntry(id, entry, "POST", "/pin", "{\"x\":1}").status()).isEqualTo(409);
    assertThat(newsroom.onEntry(id, entry, "DELETE", "", "").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": 7}"})
  void aWithdrawalNeedsAReason(String body) {
    var id = newsroom.liveblog("live");

    var answer = newsroom.on(id, "POST", "/withdraw", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointers()).containsExactly("/reason");
  }

  @Test
  void aDraftIsNotWithdrawn() {
    var id = newsroom.liveblog("draft");

    assertThat(newsroom.on(id, "POST", "/withdraw", "{}").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {NOBODY, "die-flut", "x"})
  void onlyAnIdNamesALiveblog(String id) {
    newsroom.liveblog("live");

    assertThat(newsroom.onLiveblog(id, "GET", "", "").status()).isEqualTo(404);
    assertThat(newsroom.onLiveblog(id, "PUT", "", "nonsense").status()).isEqualTo(404);
    assertThat(newsroom.onLiveblog(id, "POST", "/status", "nonsense").status()).isEqualTo(404);
    assertThat(newsroom.onLiveblog(id, "POST", "/entries", "nonsense").status()).isEqualTo(404);
    assertThat(newsroom.onLiveblog(id, "GET", "/entries", "").status()).isEqualTo(404);
  }

  @Test
  void theListShowsThoseCreatedLastFirst() {
    var first = newsroom.liveblog("live");
    newsroom.clock.pass(Duration.ofSeconds(1));
    var second = newsroom.liveblog("draft");

    var page = newsroom.liveblogs("limit=1");
    var rest = newsroom.liveblogs("limit=1&cursor=" + page.value("next"));

    assertThat(page.values("id")).containsExactly(second.value());
    assertThat(page.header("Link")).contains("rel=\"next\"");
    assertThat(rest.values("id")).containsExactly(first.value());
    assertThat(rest.body()).doesNotContain("\"next\"");
    assertThat(newsroom.liveblogs("status=draft").values("id")).containsExactly(second.value());
    assertThat(newsroom.liveblogs("status=gone").body()).isEqualTo("{\"items\":[]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "cursor=x", "topic=y", "status=a&status=b"})
  void aListRefusesWhatItDoesNotKnow(String query) {
    assertThat(newsroom.liveblogs(query).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null"})
  void whatIsNotJsonIsMalformed(String body) {
    assertThat(newsroom.create(body).status()).isEqualTo(400);
  }
}
