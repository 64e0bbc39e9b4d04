package extrablatt.videos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How teasers are made, changed and listed. */
final class TeasersTest {
  private static final String TITLED = "{\"title\": \"Die Flut\"}";

  private final Newsroom newsroom = new Newsroom();

  @Test
  void aNewTeaserIsADraft() {
    var answer = newsroom.create("{\"caption\": \"Am Deich\", \"duration\": \"0:25 min\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location"))
        .isEqualTo("/newsroom/video-teasers/" + answer.value("id"));
    assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"id":"%s","revision":1,"status":"draft","caption":"Am Deich","duration":"PT25S",\
            "durationMs":25000,"kind":"clip"}\
            """
                .formatted(answer.value("id")));
    assertThat(newsroom.read(answer.value("id"))).isEqualTo("not found");
  }

  @Test
  void everyFaultIsNamed() {
    var answer =
        newsroom.create(
            """
            {"transcript": null, "kind": "film", "headline": "x", "duration": -1,
             "countries": {"allow": ["Deutschland"]}}
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointers())
        .containsExactlyInAnyOrder(
            "/title", "/transcript", "/kind", "/headline", "/duration", "/countries/allow/0");
    assertThat(newsroom.list("").values("id")).isEmpty();
  }

  @Test
  void aPublishTimeInABodyPublishesNothing() {
    var answer =
        newsroom.create("{\"title\": \"Die Flut\", \"publishAt\": \"2026-03-14T12:00:05Z\"}");
    newsroom.clock.pass(Duration.ofSeconds(5));

    assertThat(answer.value("status")).isEqualTo("draft");
    assertThat(newsroom.read(answer.value("id"))).isEqualTo("not found");
  }

  @Test
  void aTeaserIsPublishedByItsOwnCallOnly() {
    var create =
        newsroom.call(
            Newsroom.request("POST /newsroom/video-teasers", "/newsroom/video-teasers", TITLED)
                .withQuery("publish=true"));

    assertThat(create.status()).isEqualTo(400);
    assertThat(create.body()).contains("publish");
  }

  @Test
  void whatWasGotCanBePutAndSaysNothingNew() {
    var id = newsroom.published("{\"title\": \"Die Flut\", \"durationMs\": 25500}");
    newsroom.publish(id, "{\"at\": \"2026-03-15T12:00:00Z\"}");
    newsroom.clock.pass(Duration.ofMinutes(1));
    var got = newsroom.get(id);

    var put = newsroom.put(id, got.body(), "If-Match", got.header("ETag"));

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.body()).isEqualTo(got.body());
    assertThat(put.header("ETag")).isEqualTo(got.header("ETag"));
    assertThat(newsroom.revisions(id, "").values("revision")).containsExactly("1");
  }

  @Test
  void aReplacementDropsWhatItLeavesOut() {
    var id = newsroom.created("{\"title\": \"Die Flut\", \"caption\": \"Am Deich\"}");

    var put = newsroom.put(id, "{\"title\": \"Ebbe\"}", "If-Match", "\"v1\"");

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.header("ETag")).isEqualTo("\"v2\"");
    assertThat(put.value("revision")).isEqualTo("2");
    assertThat(put.body()).contains("Ebbe").doesNotContain("caption");
    assertThat(newsroom.get(id).body()).isEqualTo(put.body());
  }

  @Test
  void aPatchChangesWhatItNames() {
    var id =
        newsroom.created(
            """
            {"title": "Die Flut", "caption": "Am Deich", "topics": ["Sturm", "Küste"],
             "speaker": {"name": "Anke Voss", "role": "Deichgräfin"}}
            """);

    var patched =
        newsroom.patch(
            id,
            "{\"caption\": null, \"topics\": [\"Flut\"], \"speaker\": {\"role\": null}}",
            "If-Match",
            "*");

    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.body())
        .contains("\"title\":\"Die Flut\"", "\"topics\":[\"Flut\"]")
        .contains("\"speaker\":{\"name\":\"Anke Voss\"}")
        .doesNotContain("caption");
  }

  @Test
  void aPatchThatChangesNothingMakesNoRevision() {
    var id = newsroom.created(TITLED);

    var patched =
        newsroom.patch(id, "{\"title\": \"Die Flut\", \"kind\": \"clip\"}", "If-Match", "*");

    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.header("ETag")).isEqualTo("\"v1\"");
    assertThat(patched.value("revision")).isEqualTo("1");
  }

  @Test
  void aPatchMustLeaveATeaser() {
    var id = newsroom.created(TITLED);

    var patched = newsroom.patch(id, "{\"title\": null, \"subtitle\": null}", "If-Match", "*");

    assertThat(patched.status()).isEqualTo(422);
    assertThat(patched.pointers()).containsExactlyInAnyOrder("/title", "/subtitle");
  }

  @Test
  void aSaveLeavesWhatIsPublicAsItIs() {
    var id = newsroom.published(TITLED);

    var put = newsroom.put(id, "{\"title\": \"Ebbe\"}", "If-Match", "*");

    assertThat(put.value("revision")).isEqualTo("2");
    assertThat(put.value("liveRevision")).isEqualTo("1");
    assertThat(newsroom.read(id)).contains("Die Flut").doesNotContain("Ebbe");
  }

  @Test
  void theListShowsTheNewestFirstInPages() {
    var first = newsroom.created(TITLED);
    newsroom.clock.pass(Duration.ofMillis(1));
    var second = newsroom.created("{\"title\": \"Ebbe\", \"transcript\": \"Wind.\"}");

    var page = newsroom.list("limit=1");

    assertThat(page.values("id")).containsExactly(second);
    assertThat(page.body()).contains("Ebbe").doesNotContain("transcript");
    assertThat(page.header("Link")).contains("cursor=" + page.value("next"), "rel=\"next\"");
    var rest = newsroom.list("limit=1&cursor=" + page.value("next"));
    assertThat(rest.values("id")).containsExactly(first);
    assertThat(rest.values("next")).isEmpty();
  }

  @Test
  void theListTakesNoFilter() {
    assertThat(newsroom.list("status=draft").status()).isEqualTo(400);
    assertThat(newsroom.list("limit=0").status()).isEqualTo(400);
  }
}
