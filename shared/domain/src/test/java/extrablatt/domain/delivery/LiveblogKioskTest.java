package extrablatt.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import extrablatt.domain.Bytes;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.Slug;
import extrablatt.domain.delivery.LiveblogAnswers.Changes;
import extrablatt.domain.delivery.LiveblogAnswers.Snapshot;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.domain.liveblogs.LogRow;
import extrablatt.domain.liveblogs.Pin;
import extrablatt.domain.liveblogs.PublicEntry;
import extrablatt.domain.liveblogs.Retraction;
import extrablatt.domain.liveblogs.TextRow;
import extrablatt.domain.publishing.Rendering;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LiveblogKioskTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final LiveblogId ID = new LiveblogId("01KA6Q4C1V3X5Z7B9D2F4H6K8M");

  private final TornLog log = new TornLog();
  private final LiveblogKiosk kiosk =
      new LiveblogKiosk(log, Clock.fixed(NOON, ZoneOffset.UTC), _ -> {});

  @Test
  void aPageOfChangesEndsBeforeTheFirstMissingNumber() {
    stands(5);
    log.rows.remove(3L);

    var changes = changes(0, 100);

    assertThat(changes.rows()).hasSize(2);
    assertThat(changes.headSeq()).isEqualTo(2);
    assertThat(changes.hasMore()).isFalse();
  }

  @Test
  void aPageThatBeginsWithAHoleIsEmptyAndAsksTheReaderToStay() {
    stands(5);
    log.rows.remove(3L);

    var changes = changes(2, 100);

    assertThat(changes.rows()).isEmpty();
    assertThat(changes.headSeq()).isEqualTo(2);
  }

  @Test
  void aFullPageSaysThatThereIsMoreAndTheLastOneDoesNot() {
    stands(5);

    var first = changes(0, 3);
    var last = changes(3, 3);

    assertThat(first.hasMore()).isTrue();
    assertThat(first.headSeq()).isEqualTo(5);
    assertThat(last.hasMore()).isFalse();
    assertThat(last.rows()).hasSize(2);
  }

  @Test
  void aFullPageWithAHoleIsNoFullPage() {
    stands(5);
    log.rows.remove(2L);

    var changes = changes(0, 3);

    assertThat(changes.rows()).hasSize(1);
    assertThat(changes.hasMore()).isFalse();
  }

  @Test
  void aReaderWhoKnowsARowThatTheHeadDoesNotKnowYetIsNotSentAway() {
    stands(3);
    log.head = head(2, List.of(), null);

    var changes = changes(3, 100);

    assertThat(changes.rows()).isEmpty();
    assertThat(changes.headSeq()).isEqualTo(3);
  }

  @Test
  void aReaderWhoKnowsMoreThanThereIsHasToBeginAnew() {
    stands(3);

    var found = kiosk.changes(ID.value(), 4, 100, null);

    assertThat(found).isInstanceOf(LiveblogFound.Ahead.class);
  }

  @Test
  void aSnapshotHoldsAnEntryWhoseOwnRowDoesNotShowYet() {
    stands(3);
    log.entries.remove(3L);

    var snapshot = snapshot();

    assertThat(snapshot.entries()).extracting(LiveblogKioskTest::firstSeq).containsExactly(3, 2, 1);
  }

  @Test
  void aSnapshotHoldsNoEntryWhoseRemovalShowsAlready() {
    stands(3);
    log.rows.put(2L, new LogRow.Removed(2, NOON, id(2)));
    log.rows.put(4L, new LogRow.Removed(4, NOON, id(2)));
    log.head = head(4, List.of(), null);

    var snapshot = snapshot();

    assertThat(snapshot.entries()).extracting(LiveblogKioskTest::firstSeq).containsExactly(3, 1);
  }

  @Test
  void aSnapshotHoldsTheNewTextOfAnEntryWhoseOwnRowShowsTheOldOne() {
    stands(3);
    log.rows.put(1L, new LogRow.Superseded(1, NOON));
    log.rows.put(4L, new LogRow.Put(4, NOON, entry(1, 4, "neu")));
    log.head = head(4, List.of(), null);

    var snapshot = snapshot();

    assertThat(snapshot.entries().getLast().text()).contains("neu").contains("\"seq\":4");
  }

  @Test
  void anOldEntryThatWasEditedDoesNotComeAmongTheNewest() {
    stands(30);
    log.rows.put(1L, new LogRow.Superseded(1, NOON));
    log.rows.put(31L, new LogRow.Put(31, NOON, entry(1, 31, "neu")));
    log.head = head(31, List.of(), null);

    var snapshot = snapshot();

    assertThat(snapshot.entries())
        .extracting(LiveblogKioskTest::firstSeq)
        .isEqualTo(IntStream.rangeClosed(11, 30).map(seq -> 41 - seq).boxed().toList());
  }

  @Test
  void thePinsAreThoseOfTheHeadInItsOrder() {
    stands(30);
    log.head = head(30, List.of(new Pin(id(2), 2, 2), new Pin(id(29), 29, 29)), null);

    var snapshot = snapshot();

    assertThat(snapshot.pinned()).extracting(LiveblogKioskTest::firstSeq).containsExactly(2, 29);
  }

  @Test
  void aSnapshotIsTakenAgainWhileANumberIsMissing() {
    stands(3);
    var late = log.rows.remove(2L);
    log.beforeNextRead =
        () -> {
          if (log.reads == 3) log.rows.put(2L, late);
        };

    var snapshot = snapshot();

    assertThat(log.reads).isEqualTo(3);
    assertThat(snapshot.entries()).hasSize(3);
  }

  @Test
  void aSnapshotIsTakenAgainWhereAPinWasRemovedMeanwhile() {
    stands(70);
    log.head = head(70, List.of(new Pin(id(2), 2, 2)), null);
    log.entries.remove(2L);
    log.beforeNextRead =
        () -> {
          if (log.reads < 2) return;
          log.rows.put(71L, new LogRow.Removed(71, NOON, id(2)));
          log.head = head(71, List.of(), null);
        };

    var snapshot = snapshot();

    assertThat(log.reads).isEqualTo(2);
    assertThat(snapshot.pinned()).isEmpty();
    assertThat(snapshot.liveblog().text()).contains("\"headSeq\":71");
  }

  @Test
  void aLogThatStaysTornIsBusy() {
    stands(3);
    log.rows.remove(2L);

    assertThatExceptionOfType(Busy.class).isThrownBy(() -> kiosk.snapshot(ID.value(), null));
  }

  @Test
  void aFormerSlugLeadsOnAndADraftIsNothingAndAWithdrawnOneIsGone() {
    stands(1);

    assertThat(kiosk.snapshot("frueher", null)).isInstanceOf(LiveblogFound.Moved.class);
    assertThat(kiosk.snapshot("reserviert", null)).isInstanceOf(LiveblogFound.NotFound.class);
    log.head = head(1, List.of(), new Retraction("Irrtum", NOON));
    assertThat(kiosk.snapshot(ID.value(), null)).isInstanceOf(LiveblogFound.Withdrawn.class);
    assertThat(kiosk.changes(ID.value(), 0, 1, null)).isInstanceOf(LiveblogFound.Withdrawn.class);
    log.head = null;
    assertThat(kiosk.snapshot(ID.value(), null)).isInstanceOf(LiveblogFound.NotFound.class);
  }

  private void stands(int posts) {
    for (int seq = 1; seq <= posts; seq++) {
      var entry = entry(seq, seq, "alt");
      log.rows.put((long) seq, new LogRow.Put(seq, NOON, entry));
      log.entries.put((long) seq, entry);
    }
    log.head = head(posts, List.of(), null);
  }

  private static LiveblogHead head(long seq, List<Pin> pins, @Nullable Retraction retraction) {
    return new LiveblogHead(
        ID,
        seq,
        LiveblogStatus.LIVE,
        (int) seq,
        NOON,
        pins,
        null,
        new Slug("jetzt"),
        List.of(new Slug("frueher")),
        NOON,
        Bytes.utf8("{\"id\":\"" + ID + "\"}"),
        retraction);
  }

  private static PublicEntry entry(long firstSeq, long seq, String text) {
    return new PublicEntry(
        id(firstSeq),
        firstSeq,
        seq,
        false,
        false,
        new TextRow(seq, NOON, false),
        List.of(),
        Rendering.of(Bytes.utf8("{\"headline\":\"" + text + "\"}")));
  }

  private static EntryId id(long firstSeq) {
    return new EntryId("01KA6Q4E2W4Y6A8C1E3G5J7M%02d".formatted(firstSeq));
  }

  private static int firstSeq(Bytes json) {
    return Integer.parseInt(json.text().replaceAll(".*\"firstSeq\":(\\d+).*", "$1"));
  }

  private Snapshot snapshot() {
    return shown(kiosk.snapshot(ID.value(), null));
  }

  private Changes changes(long after, int limit) {
    return shown(kiosk.changes(ID.value(), after, limit, null));
  }

  private static <T> T shown(LiveblogFound<T> found) {
    if (found instanceof LiveblogFound.Shown<T> shown) return shown.value();
    throw new AssertionError("not shown: " + found);
  }
}
