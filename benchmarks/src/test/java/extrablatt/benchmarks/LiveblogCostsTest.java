package extrablatt.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LiveblogCostsTest {
  private static Map<String, Cost> withFew = Map.of();
  private static Map<String, Cost> withMany = Map.of();

  @BeforeAll
  static void measure() {
    try (var bench = new Bench()) {
      withFew = LiveblogCosts.of(bench, 10);
      withMany = LiveblogCosts.of(bench, 300);
    }
  }

  @Test
  void everyReadAndWriteCostsTheSameWithTenAndWithThreeHundredEntries() {
    assertThat(withMany).isNotEmpty().isEqualTo(withFew);
  }

  @Test
  void anEntryThatWasEditedFiveHundredTimesIsRemovedAsCheaplyAsAFreshOne() {
    assertThat(withMany.get("remove an entry that was edited 500 times"))
        .isEqualTo(withMany.get("remove a fresh entry"));
  }

  @Test
  void aRemovalMomentsAfterItAsksForTheRowsThatTheEditsLeft() {
    int fresh = rows("remove a fresh entry");
    int hurried = rows("remove an entry edited 8 times or more within the last minute");

    assertThat(hurried).isEqualTo(fresh + 8);
  }

  private static int rows(String operation) {
    return Objects.requireNonNull(withMany.get(operation), operation).rows();
  }
}
