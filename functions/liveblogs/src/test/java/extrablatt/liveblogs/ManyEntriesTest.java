package extrablatt.liveblogs;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.http.Idempotency;
import extrablatt.testing.Faults;
import extrablatt.testing.Killed;
import extrablatt.testing.Trouble;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManyEntriesTest {
  @Test
  void manyArePostedInTheirOrder() {
    var newsroom = new Newsroom();
    var liveblog = newsroom.liveblog("live");

    var answer = newsroom.post(liveblog, entries(100));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/newsroom/liveblogs/" + liveblog + "/entries");
    assertThat(answer.values("headline"))
        .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "Eintrag " + i).toList());
    assertThat(answer.values("seq"))
        .isEqualTo(IntStream.rangeClosed(1, 100).mapToObj(String::valueOf).toList());
    assertThat(newsroom.entries(liveblog, "limit=100").values("id"))
        .isEqualTo(answer.values("id").reversed());
  }

  @Test
  void nothingIsWrittenIfOneIsFaulty() {
    var newsroom = new Newsroom();
    var liveblog = newsroom.liveblog("live");

    var answer =
        newsroom.post(
            liveblog,
            "[{\"headline\": \"gut\"}, {\"body\": [{\"type\": \"poll\"}]},"
                + " {\"headline\": \"x\", \"body\": [{\"type\": \"liveblogTeaser\","
                + " \"liveblog\": {\"slug\": \"nie-gesehen\"}}]}]");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointers()).contains("/1/body/0/type");
    assertThat(newsroom.get(liveblog).value("headSeq")).isEqualTo("0");
  }

  @Test
  void aFaultThatOnlyTheStoreKnowsHasItsIndexToo() {
    var newsroom = new Newsroom();
    var liveblog = newsroom.liveblog("live");
    var unknown =
        "{\"body\": [{\"type\": \"videoTeaser\","
            + " \"teaser\": {\"id\": \"01JQ8Z00000000000000000X01\"}}]}";

    var answer = newsroom.post(liveblog, "[{\"headline\": \"gut\"}, " + unknown + "]");

    assertThat(answer.pointers()).containsExactly("/1/body/0/teaser/id");
    assertThat(newsroom.get(liveblog).value("headSeq")).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void anArrayHoldsOneToAHundred(int count) {
    var newsroom = new Newsroom();
    var liveblog = newsroom.liveblog("live");

    assertThat(newsroom.post(liveblog, entries(count)).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY_BEFORE", "BUSY_AFTER", "KILLED_BEFORE", "KILLED_AFTER"})
  void aCallThatBreaksAnywhereIsCompletedByItsRetry(Trouble trouble) {
    int steps = 0;
    while (isCompleted(steps + 1, trouble)) steps++;

    assertThat(steps).isGreaterThan(5);
  }

  /** Whether the call came that far; then its retry must have completed it. */
  private static boolean isCompleted(int step, Trouble trouble) {
    var broken = new AtomicInteger(Integer.MAX_VALUE);
    var faults = Faults.by(call -> call == broken.get() ? trouble : null);
    var newsroom = new Newsroom(store -> faults.around(LiveblogStore.class, store));
    var liveblog = newsroom.liveblog("live");
    broken.set(faults.calls() + step);
    try {
      assertThat(newsroom.post(liveblog, entries(40), "Idempotency-Key", "k").status())
          .isIn(201, 503);
    } catch (Killed _) {
      newsroom.clock.pass(Idempotency.LEASE);
    }
    if (faults.calls() < broken.get()) return false;

    var retried = newsroom.post(liveblog, entries(40), "Idempotency-Key", "k");
    var again = newsroom.post(liveblog, entries(40), "Idempotency-Key", "k");

    assertThat(retried.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(retried.body());
    assertThat(retried.values("headline"))
        .isEqualTo(IntStream.range(0, 40).mapToObj(i -> "Eintrag " + i).toList());
    assertThat(newsroom.get(liveblog).value("headSeq")).isEqualTo("40");
    assertThat(newsroom.get(liveblog).value("entryCount")).isEqualTo("40");
    return true;
  }

  @Test
  void aRetryWithAnotherBodyIsRefused() {
    var newsroom = new Newsroom();
    var liveblog = newsroom.liveblog("live");
    newsroom.post(liveblog, entries(3), "Idempotency-Key", "k");

    var other = newsroom.post(liveblog, entries(2), "Idempotency-Key", "k");

    assertThat(other.status()).isEqualTo(422);
    assertThat(newsroom.get(liveblog).value("entryCount")).isEqualTo("3");
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    var newsroom = new Newsroom();
    var liveblog = newsroom.liveblog("live");
    newsroom.post(liveblog, entries(3), "Idempotency-Key", "k");
    newsroom.clock.pass(Duration.ofHours(25));

    var later = newsroom.post(liveblog, entries(3), "Idempotency-Key", "k");

    assertThat(later.status()).isEqualTo(201);
    assertThat(newsroom.get(liveblog).value("entryCount")).isEqualTo("6");
  }

  private static String entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"headline\": \"Eintrag " + i + "\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
