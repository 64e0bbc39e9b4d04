package extrablatt.testing;

import static extrablatt.testing.Samples.article;
import static extrablatt.testing.Samples.commit;
import static extrablatt.testing.Samples.created;
import static extrablatt.testing.Samples.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ContentStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  private final Commit creation = commit(created(article(1), "one"));
  private final InMemoryContentStore real = new InMemoryStores().content();

  @Test
  void aRefusalBeforeTheWriteWritesNothing() {
    var store = Faults.at(1, Trouble.BUSY_BEFORE).around(ContentStore.class, real);

    assertThatExceptionOfType(Busy.class).isThrownBy(() -> store.commit(creation));

    assertThat(store.find(article(1))).isEmpty();
  }

  @Test
  void anAnswerThatGetsLostLeavesTheWrite() {
    var store = Faults.at(1, Trouble.BUSY_AFTER).around(ContentStore.class, real);

    assertThatExceptionOfType(Busy.class).isThrownBy(() -> store.commit(creation));

    assertThat(store.find(article(1))).isPresent();
  }

  @Test
  void aProcessIsKilledAtTheCallOfThatNumber() {
    var faults = Faults.at(2, Trouble.KILLED_AFTER);
    var store = faults.around(ContentStore.class, real);

    store.find(article(1));
    assertThatExceptionOfType(Killed.class).isThrownBy(() -> store.commit(creation));

    assertThat(faults.calls()).isEqualTo(2);
    assertThat(real.find(article(1))).isPresent();
  }

  @Test
  void aStaleReadSaysWhatHeldBefore() {
    var store =
        Faults.by(call -> call == 5 ? Trouble.STALE : null).around(ContentStore.class, real);
    store.commit(creation);
    var first = store.find(article(1));
    store.commit(commit(saved(first.orElseThrow(), "one")));

    assertThat(store.find(article(1))).isNotEqualTo(first);
    assertThat(store.find(article(1))).isEqualTo(first);
  }

  @Test
  void randomFaultsAreTheSameForTheSameSeed() {
    assertThat(busyCalls(7)).isEqualTo(busyCalls(7)).isNotEqualTo(busyCalls(8));
    assertThat(busyCalls(7)).hasSizeBetween(10, 60);
  }

  private List<Integer> busyCalls(long seed) {
    var store = Faults.seeded(seed, 0.3, Trouble.BUSY_BEFORE).around(ContentStore.class, real);
    return IntStream.range(0, 100).filter(call -> isBusy(store)).boxed().toList();
  }

  private static boolean isBusy(ContentStore store) {
    try {
      return store.find(article(1)).isPresent();
    } catch (Busy busy) {
      return true;
    }
  }
}
