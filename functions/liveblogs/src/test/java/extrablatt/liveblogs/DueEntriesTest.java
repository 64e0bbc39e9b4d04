package extrablatt.liveblogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.testing.Faults;
import extrablatt.testing.Trouble;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DueEntriesTest {
  private final Newsroom newsroom = new Newsroom();
  private final LiveblogId liveblog = newsroom.liveblog("live");

  @Test
  void anEntryBecomesVisibleWhenItsTimeHasCome() {
    var id = scheduled("Bald", "2026-03-14T13:00:00Z");
    sweep();
    var before = newsroom.onEntry(liveblog, id, "GET", "", "");
    newsroom.clock.pass(Duration.ofMinutes(61));

    sweep();
    sweep();

    var after = newsroom.onEntry(liveblog, id, "GET", "", "");
    assertThat(before.value("status")).isEqualTo("scheduled");
    assertThat(after.value("status")).isEqualTo("published");
    assertThat(after.value("seq")).isEqualTo("1");
    assertThat(after.value("publishedAt")).isEqualTo("2026-03-14T13:00:00.000Z");
    assertThat(after.body()).doesNotContain("publishAt");
    assertThat(newsroom.get(liveblog).value("headSeq")).isEqualTo("1");
  }

  @Test
  void thoseDueLongestComeFirst() {
    var second = scheduled("zwei", "2026-03-14T13:00:01Z");
    var first = scheduled("eins", "2026-03-14T13:00:00Z");
    newsroom.clock.pass(Duration.ofHours(2));

    sweep();

    assertThat(newsroom.onEntry(liveblog, first, "GET", "", "").value("seq")).isEqualTo("1");
    assertThat(newsroom.onEntry(liveblog, second, "GET", "", "").value("seq")).isEqualTo("2");
  }

  @Test
  void whatWasMovedOrRemovedIsNotDue() {
    var moved = scheduled("verschoben", "2026-03-14T13:00:00Z");
    var removed = scheduled("gestrichen", "2026-03-14T13:00:00Z");
    var later = "{\"headline\": \"verschoben\", \"publishAt\": \"2026-03-15T13:00:00Z\"}";
    newsroom.onEntry(liveblog, moved, "PUT", "", later, "If-Match", "*");
    newsroom.onEntry(liveblog, removed, "DELETE", "", "");
    newsroom.clock.pass(Duration.ofHours(2));

    sweep();

    assertThat(newsroom.onEntry(liveblog, moved, "GET", "", "").value("status"))
        .isEqualTo("scheduled");
    assertThat(newsroom.get(liveblog).value("headSeq")).isEqualTo("0");
  }

  @Test
  void anEntryOfAWithdrawnLiveblogStaysHiddenAndIsForgotten() {
    var id = scheduled("Bald", "2026-03-14T13:00:00Z");
    newsroom.on(liveblog, "POST", "/withdraw", "{\"reason\": \"Falsche Quelle\"}");
    newsroom.clock.pass(Duration.ofHours(2));

    sweep();

    assertThat(newsroom.onEntry(liveblog, id, "GET", "", "").value("status"))
        .isEqualTo("scheduled");
    assertThat(newsroom.stores.liveblogs().due(newsroom.clock.instant(), 10)).isEmpty();
  }

  @Test
  void aSweepGoesOnUntilNothingIsLeft() {
    for (int part = 0; part < 3; part++) {
      newsroom.post(
          liveblog,
          IntStream.range(0, 100)
              .mapToObj(i -> "{\"headline\": \"x\", \"publishAt\": \"2026-03-14T13:00:00Z\"}")
              .collect(Collectors.joining(",", "[", "]")));
    }
    newsroom.clock.pass(Duration.ofHours(2));

    sweep();

    assertThat(newsroom.get(liveblog).value("entryCount")).isEqualTo("300");
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY_BEFORE", "BUSY_AFTER", "KILLED_BEFORE", "KILLED_AFTER"})
  void aSweepThatBreaksAnywhereLosesAndDoublesNothing(Trouble trouble) {
    int calls = 0;
    while (isCompleted(calls + 1, trouble)) calls++;

    assertThat(calls).isGreaterThan(10);
  }

  @Test
  void oneBadEntryDoesNotStopTheOthers() {
    for (int i = 0; i < 5; i++) scheduled("x", "2026-03-14T13:00:00Z");
    newsroom.clock.pass(Duration.ofHours(2));
    // The second call is the first one about a single entry.
    var store =
        Faults.at(2, Trouble.BUSY_BEFORE).around(LiveblogStore.class, newsroom.stores.liveblogs());

    assertThatThrownBy(() -> sweep(store)).isInstanceOf(IllegalStateException.class);

    assertThat(newsroom.get(liveblog).value("entryCount")).isEqualTo("4");
  }

  /** Whether the sweep came that far; then the next one must have completed it. */
  private static boolean isCompleted(int call, Trouble trouble) {
    var test = new DueEntriesTest();
    for (int i = 0; i < 3; i++) test.scheduled("Eintrag " + i, "2026-03-14T13:00:0" + i + "Z");
    test.newsroom.clock.pass(Duration.ofHours(2));
    var faults = Faults.at(call, trouble);
    var broken = faults.around(LiveblogStore.class, test.newsroom.stores.liveblogs());
    if (catchThrowable(() -> test.sweep(broken)) == null) return false;

    test.sweep();

    assertThat(test.newsroom.get(test.liveblog).value("entryCount")).isEqualTo("3");
    assertThat(test.newsroom.get(test.liveblog).value("headSeq")).isEqualTo("3");
    return true;
  }

  private String scheduled(String headline, String publishAt) {
    return newsroom
        .post(
            liveblog, "{\"headline\": \"" + headline + "\", \"publishAt\": \"" + publishAt + "\"}")
        .value("id");
  }

  private void sweep() {
    sweep(newsroom.stores.liveblogs());
  }

  private void sweep(LiveblogStore store) {
    new DueEntriesFunction(
            Wiring.writing(
                Newsroom.ENVIRONMENT,
                store,
                newsroom.stores.content(),
                MediaLibrary.NONE,
                newsroom.clock,
                _ -> {}))
        .publishDue();
  }
}
