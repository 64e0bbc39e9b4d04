package extrablatt.videos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has to hold before a call changes a teaser, and which refusal comes first. */
final class TeaserPreconditionsTest {
  private static final String NOBODY = "01JQ8Z00000000000000000X01";
  private static final String TITLED = "{\"title\": \"Die Flut\"}";
  private static final String FAULTY = "{\"title\": 1}";
  private static final String BROKEN = "{\"title\": \"Halb";
  private static final String LARGE = "x".repeat(1024 * 1024 + 1);

  private final Newsroom newsroom = new Newsroom();
  private final String id = newsroom.created(TITLED);

  @ParameterizedTest
  @CsvSource({"PUT, ", "PATCH, application/merge-patch+json"})
  void whoChangesATeaserSaysWhichVersionHeMeans(String method, String type) {
    var declared = type == null ? "application/json" : type;

    assertThat(newsroom.on(id, method, "", TITLED, "Content-Type", declared).status())
        .isEqualTo(428);
    var stale = newsroom.on(id, method, "", TITLED, "Content-Type", declared, "If-Match", "\"v9\"");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.header("ETag")).isEqualTo("\"v1\"");
    assertThat(
            newsroom
                .on(id, method, "", TITLED, "Content-Type", declared, "If-Match", "W/\"v1\"")
                .status())
        .isEqualTo(412);
    assertThat(
            newsroom
                .on(id, method, "", TITLED, "Content-Type", declared, "If-Match", "v1")
                .status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"/publish, ''", "/withdraw, '{\"reason\": \"Falsch.\"}'"})
  void anActionObeysAVersionThatIsGiven(String action, String body) {
    newsroom.publish(id, "");

    assertThat(newsroom.on(id, "POST", action, body, "If-Match", "\"v1\"").status()).isEqualTo(412);
    assertThat(newsroom.on(id, "POST", action, body, "If-Match", "\"v2\"").status()).isEqualTo(200);
  }

  @Test
  void aPatchIsAMergePatchOnly() {
    var patch = newsroom.on(id, "PATCH", "", TITLED, "If-Match", "*");

    assertThat(patch.status()).isEqualTo(415);
  }

  @Test
  void theFirstThatAppliesIsAnswered() {
    var text = "text/plain";

    assertThat(newsroom.put(NOBODY, LARGE, "Content-Type", text).status()).isEqualTo(404);
    assertThat(newsroom.put(id, LARGE, "Content-Type", text).status()).isEqualTo(413);
    assertThat(newsroom.put(id, BROKEN, "Content-Type", text).status()).isEqualTo(415);
    assertThat(newsroom.put(id, BROKEN).status()).isEqualTo(400);
    assertThat(
            newsroom
                .call(Newsroom.request(id, "PUT", "", FAULTY).withQuery("publish=true"))
                .status())
        .isEqualTo(400);
    assertThat(newsroom.put(id, FAULTY).status()).isEqualTo(428);
    assertThat(newsroom.put(id, FAULTY, "If-Match", "\"v9\"").status()).isEqualTo(412);
    assertThat(newsroom.put(id, FAULTY, "If-Match", "\"v1\"").status()).isEqualTo(422);
  }

  @Test
  void aNewTeaserIsRefusedInTheSameOrder() {
    assertThat(newsroom.create(LARGE, "Content-Type", "text/plain").status()).isEqualTo(413);
    assertThat(newsroom.create(TITLED, "Content-Type", "text/plain").status()).isEqualTo(415);
    assertThat(newsroom.create(BROKEN).status()).isEqualTo(400);
    assertThat(newsroom.create(FAULTY).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {NOBODY, "die-flut", "x"})
  void whatIsNoTeaserIsNotFound(String unknown) {
    var answers =
        List.of(
            newsroom.get(unknown),
            newsroom.put(unknown, FAULTY),
            newsroom.patch(unknown, FAULTY),
            newsroom.publish(unknown, BROKEN),
            newsroom.withdraw(unknown, ""),
            newsroom.revisions(unknown, "limit=0"),
            newsroom.revision(unknown, "1"));

    assertThat(answers).extracting(Answer::status).containsOnly(404);
  }

  @Test
  void aRepeatedCallWithTheSameKeyMakesOneTeaser() {
    var first = newsroom.create(TITLED, "Idempotency-Key", "k-1");
    var second = newsroom.create(TITLED, "Idempotency-Key", "k-1");
    var other = newsroom.create("{\"title\": \"Ebbe\"}", "Idempotency-Key", "k-1");

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(422);
    assertThat(newsroom.list("").values("id")).containsExactlyInAnyOrder(id, first.value("id"));
  }

  @Test
  void aRepeatedWithdrawalWithTheSameKeyIsNoConflict() {
    newsroom.publish(id, "");

    var first = newsroom.withdraw(id, "Falsch.", "Idempotency-Key", "k-2");
    var second = newsroom.withdraw(id, "Falsch.", "Idempotency-Key", "k-2");

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void oneOfTwoWhoSaveOverTheSameVersionIsTold() {
    var first = newsroom.put(id, "{\"title\": \"A\"}", "If-Match", "\"v1\"");
    var second = newsroom.put(id, "{\"title\": \"B\"}", "If-Match", "\"v1\"");

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(newsroom.get(id).value("title")).isEqualTo("A");
  }

  @Test
  void aPublicationAgainstAnotherChangeIsDoneOnWhatStandsThen() {
    var racing = new Newsroom(Overtaking::around);
    var teaser = racing.created(TITLED);

    var answer = racing.publish(teaser, "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.value("title")).isEqualTo("Überholt");
    assertThat(racing.read(teaser)).contains("Überholt");
  }

  @Test
  void aReplacementAgainstAnotherChangeIsStale() {
    var racing = new Newsroom(Overtaking::around);
    var teaser = racing.created(TITLED);

    var answer = racing.put(teaser, "{\"title\": \"Meins\"}", "If-Match", "\"v1\"");

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.header("ETag")).isEqualTo("\"v2\"");
    assertThat(racing.get(teaser).value("title")).isEqualTo("Überholt");
  }
}
