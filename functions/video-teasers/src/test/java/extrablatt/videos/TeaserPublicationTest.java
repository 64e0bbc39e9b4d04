package extrablatt.videos;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.publishing.ListName;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How teasers come before the public, and go. */
final class TeaserPublicationTest {
  private static final String TITLED = "{\"title\": \"Die Flut\", \"topics\": [\"Sturm\"]}";
  private static final ListName ALL = new ListName.Teasers();
  private static final ListName STORM = new ListName.TeaserTopic("Sturm");

  private final Newsroom newsroom = new Newsroom();

  @Test
  void withoutABodyTheHeadIsPublicAtOnce() {
    var id = newsroom.created("{\"title\": \"Ebbe\"}");
    newsroom.put(id, TITLED, "If-Match", "*");

    var answer = newsroom.publish(id, "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"v3\"");
    assertThat(answer.value("status")).isEqualTo("published");
    assertThat(answer.value("liveRevision")).isEqualTo("2");
    assertThat(newsroom.read(id)).contains("Die Flut");
    assertThat(newsroom.reads(ALL)).hasSize(1);
    assertThat(newsroom.reads(STORM)).singleElement().asString().contains("Die Flut");
  }

  @Test
  void publishedOnceMoreNothingChanges() {
    var id = newsroom.published(TITLED);
    var before = newsroom.get(id);
    newsroom.clock.pass(Duration.ofMinutes(1));

    var again = newsroom.publish(id, "");

    assertThat(again.header("ETag")).isEqualTo(before.header("ETag"));
    assertThat(again.body()).isEqualTo(before.body());
  }

  @Test
  void aScheduledTeaserAppearsAtItsTimeAndNotBefore() {
    var id = newsroom.created(TITLED);

    var answer = newsroom.publish(id, "{\"at\": \"2026-03-14T12:00:05Z\"}");

    assertThat(answer.value("status")).isEqualTo("scheduled");
    assertThat(answer.value("publishAt")).isEqualTo("2026-03-14T12:00:05.000Z");
    newsroom.clock.pass(Duration.ofMillis(4_999));
    assertThat(newsroom.read(id)).isEqualTo("not found");
    assertThat(newsroom.reads(ALL)).isEmpty();
    newsroom.clock.pass(Duration.ofMillis(1));
    assertThat(newsroom.read(id)).contains("Die Flut");
    assertThat(newsroom.reads(STORM)).hasSize(1);
    assertThat(newsroom.get(id).value("status")).isEqualTo("published");
  }

  @Test
  void aScheduledReplacementLeavesThePresentOneUntilThen() {
    var id = newsroom.published(TITLED);
    newsroom.put(id, "{\"title\": \"Ebbe\"}", "If-Match", "*");

    newsroom.publish(id, "{\"at\": \"2026-03-14T12:00:05Z\"}");

    newsroom.clock.pass(Duration.ofMillis(4_999));
    assertThat(newsroom.read(id)).contains("Die Flut");
    assertThat(newsroom.reads(STORM)).hasSize(1);
    newsroom.clock.pass(Duration.ofMillis(1));
    assertThat(newsroom.read(id)).contains("Ebbe");
    assertThat(newsroom.reads(ALL)).singleElement().asString().contains("Ebbe");
    assertThat(newsroom.reads(STORM)).isEmpty();
  }

  @Test
  void aPastTimeIsTheDateShown() {
    var id = newsroom.created(TITLED);

    newsroom.publish(id, "{\"at\": \"2026-03-01T08:00:00+01:00\"}");

    assertThat(newsroom.read(id)).contains("\"publishedAt\":\"2026-03-01T07:00:00.000Z\"");
  }

  @Test
  void anOlderRevisionCanBePublishedAgain() {
    var id = newsroom.published(TITLED);
    newsroom.put(id, "{\"title\": \"Ebbe\"}", "If-Match", "*");
    newsroom.publish(id, "");

    var answer = newsroom.publish(id, "{\"revision\": 1}");

    assertThat(answer.value("revision")).isEqualTo("2");
    assertThat(answer.value("liveRevision")).isEqualTo("1");
    assertThat(newsroom.read(id)).contains("Die Flut");
    assertThat(newsroom.reads(STORM)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"revision\": 2}", "{\"revision\": 0}", "{\"revision\": \"1\"}"})
  void anUnknownRevisionIsAFault(String order) {
    var id = newsroom.created(TITLED);

    var answer = newsroom.publish(id, order);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointers()).containsExactly("/revision");
  }

  @Test
  void aWithdrawnTeaserIsGoneForItsReason() {
    var id = newsroom.published(TITLED);

    var answer = newsroom.withdraw(id, "Rechte abgelaufen.");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.value("status")).isEqualTo("withdrawn");
    assertThat(newsroom.read(id)).isEqualTo("withdrawn: Rechte abgelaufen.");
    assertThat(newsroom.reads(ALL)).isEmpty();
    assertThat(newsroom.reads(STORM)).isEmpty();
  }

  @Test
  void aSecondWithdrawalIsAConflictWhateverItSays() {
    var id = newsroom.published(TITLED);
    newsroom.withdraw(id, "Falsch.");

    assertThat(newsroom.withdraw(id, "Falsch.").status()).isEqualTo(409);
    assertThat(newsroom.withdraw(id, "").status()).isEqualTo(409);
  }

  @Test
  void aDraftCannotBeWithdrawn() {
    var id = newsroom.created(TITLED);

    assertThat(newsroom.withdraw(id, "Falsch.").status()).isEqualTo(409);
  }

  @Test
  void whatWasNeverVisibleIsADraftAgain() {
    var id = newsroom.created(TITLED);
    newsroom.publish(id, "{\"at\": \"2026-03-14T12:00:05Z\"}");

    var answer = newsroom.withdraw(id, "Doch nicht.");

    assertThat(answer.value("status")).isEqualTo("draft");
    newsroom.clock.pass(Duration.ofSeconds(5));
    assertThat(newsroom.read(id)).isEqualTo("not found");
    assertThat(newsroom.reads(ALL)).isEmpty();
  }

  @Test
  void aWithdrawnTeaserMayBePublishedAgain() {
    var id = newsroom.published(TITLED);
    newsroom.clock.pass(Duration.ofMinutes(1));
    newsroom.withdraw(id, "Falsch.");

    var answer = newsroom.publish(id, "");

    assertThat(answer.value("status")).isEqualTo("published");
    assertThat(newsroom.read(id)).contains("\"publishedAt\":\"2026-03-14T12:00:00.000Z\"");
    assertThat(newsroom.reads(STORM)).hasSize(1);
  }

  @Test
  void aWithdrawnTeaserStaysSoUntilItsScheduleBegins() {
    var id = newsroom.published(TITLED);
    newsroom.withdraw(id, "Falsch.");

    newsroom.publish(id, "{\"at\": \"2026-03-14T12:00:05Z\"}");

    newsroom.clock.pass(Duration.ofMillis(4_999));
    assertThat(newsroom.read(id)).isEqualTo("withdrawn: Falsch.");
    newsroom.clock.pass(Duration.ofMillis(1));
    assertThat(newsroom.read(id)).contains("Die Flut");
  }

  @Test
  void aReasonIsNeeded() {
    var id = newsroom.published(TITLED);

    assertThat(newsroom.withdraw(id, "").pointers()).containsExactly("/reason");
    assertThat(newsroom.withdraw(id, "x".repeat(501)).pointers()).containsExactly("/reason");
    assertThat(newsroom.withdraw(id, "x".repeat(500)).status()).isEqualTo(200);
  }
}
