package extrablatt.ingest;

import static extrablatt.ingest.Messages.CONTEXT;
import static extrablatt.ingest.Messages.event;
import static extrablatt.ingest.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Ingest;
import extrablatt.testing.Faults;
import extrablatt.testing.Killed;
import extrablatt.testing.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever befalls a delivery, after the next one everything is as if nothing had happened. */
final class TroubledIngestTest {
  @ParameterizedTest
  @EnumSource(Story.class)
  void withoutTroubleTheReceiptIsThis(Story story) {
    var room = new Pressroom();
    var dropped = story.begin(room);

    assertThat(isTaken(room.ingest, dropped, 1)).isTrue();

    assertThat(room.receipt(dropped).outcome()).isEqualTo(story.outcome);
    assertThat(room.receipt(dropped).attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Story.class)
  void killedBeforeAnyStep(Story story) {
    assertUnharmed(story, Trouble.KILLED_BEFORE);
  }

  @ParameterizedTest
  @EnumSource(Story.class)
  void killedAfterAnyStep(Story story) {
    assertUnharmed(story, Trouble.KILLED_AFTER);
  }

  @ParameterizedTest
  @EnumSource(Story.class)
  void refusedForLoadAtAnyStep(Story story) {
    assertUnharmed(story, Trouble.BUSY_BEFORE);
  }

  @ParameterizedTest
  @EnumSource(Story.class)
  void leftInTheDarkAboutAnyStep(Story story) {
    assertUnharmed(story, Trouble.BUSY_AFTER);
  }

  @ParameterizedTest
  @EnumSource(Story.class)
  void killedAtAnyStepAndOnceMoreAtTheNextDelivery(Story story) {
    var expected = untroubled(story);
    int steps = steps(story);
    int stride = 1 + steps / 12;
    for (int step = 1; step <= steps; step += stride) {
      for (int later = 1; later <= steps; later += stride) {
        var room = new Pressroom();
        var dropped = story.begin(room);

        isTaken(room.ingestWith(Faults.at(step, Trouble.KILLED_AFTER)), dropped, 1);
        isTaken(room.ingestWith(Faults.at(later, Trouble.KILLED_BEFORE)), dropped, 2);
        var taken = isTaken(room.ingest, dropped, 3);

        assertThat(taken).isTrue();
        assertThat(State.whole(room))
            .as("killed after %d, then before %d", step, later)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Story.class)
  void staleAnswersAtAnyStep(Story story) {
    var expected = untroubled(story);
    for (int step = 1; step <= steps(story); step++) {
      var at = step;
      var room = new Pressroom();
      var dropped = story.begin(room);
      var faults = Faults.by(call -> call >= at && call < at + 2 ? Trouble.STALE : null);

      deliverUntilTaken(room, room.ingestOnTable(faults), dropped);

      assertThat(State.whole(room)).as("stale from call %d on", step).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Story.class)
  void troubleOfEveryKindAllTheTime(Story story) {
    var expected = untroubled(story);
    for (long seed = 0; seed < 20; seed++) {
      var room = new Pressroom();
      var dropped = story.begin(room);
      var faults =
          Faults.seeded(
              seed,
              0.15,
              Trouble.KILLED_BEFORE,
              Trouble.KILLED_AFTER,
              Trouble.BUSY_BEFORE,
              Trouble.BUSY_AFTER);
      var troubled = room.ingestWith(faults);

      for (int delivery = 1; delivery <= 5; delivery++) isTaken(troubled, dropped, delivery);
      assertThat(isTaken(room.ingest, dropped, 6)).isTrue();

      assertThat(State.whole(room)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Story.class)
  void aDeliveryThatIsDoneIsLeftAlone(Story story) {
    var room = new Pressroom();
    var dropped = story.begin(room);
    isTaken(room.ingest, dropped, 1);
    var done = room.receipt(dropped);
    var articles = room.articles();
    var teasers = room.teasers();

    isTaken(room.ingest, dropped, 2);

    assertThat(room.receipt(dropped)).isEqualTo(done);
    assertThat(room.articles()).isEqualTo(articles);
    assertThat(room.teasers()).isEqualTo(teasers);
  }

  @Test
  void aReceiptCountsHowOftenTheDocumentWasWorkedOn() {
    var room = new Pressroom();
    var dropped = Story.NEW_PAGE.begin(room);

    isTaken(room.ingestWith(Faults.at(4, Trouble.BUSY_BEFORE)), dropped, 1);
    isTaken(room.ingest, dropped, 2);

    assertThat(room.receipt(dropped).attempts()).isEqualTo(2);
  }

  private static void assertUnharmed(Story story, Trouble trouble) {
    var expected = untroubled(story);
    for (int step = 1; step <= steps(story); step++) {
      var room = new Pressroom();
      var dropped = story.begin(room);

      deliverUntilTaken(room, room.ingestWith(Faults.at(step, trouble)), dropped);

      assertThat(State.whole(room)).as("%s at call %d", trouble, step).isEqualTo(expected);
    }
  }

  private static void deliverUntilTaken(Pressroom room, Ingest troubled, Dropped dropped) {
    if (!isTaken(troubled, dropped, 1)) assertThat(isTaken(room.ingest, dropped, 2)).isTrue();
    assertThat(isTaken(room.ingest, dropped, 3)).isTrue();
  }

  private static String untroubled(Story story) {
    var room = new Pressroom();
    room.deliver(story.begin(room));
    return State.whole(room);
  }

  private static int steps(Story story) {
    var room = new Pressroom();
    var faults = Faults.none();
    var dropped = story.begin(room);
    room.ingestWith(faults).take(dropped, 1, false);
    assertThat(faults.calls()).isGreaterThan(2);
    return faults.calls();
  }

  /** Whether the function says so; a process that is killed says nothing. */
  private static boolean isTaken(Ingest ingest, Dropped dropped, int deliveries) {
    try {
      return new ArticleIngestFunction(ingest)
          .handleRequest(event(message("m", deliveries, dropped)), CONTEXT)
          .getBatchItemFailures()
          .isEmpty();
    } catch (Killed killed) {
      return false;
    }
  }
}
