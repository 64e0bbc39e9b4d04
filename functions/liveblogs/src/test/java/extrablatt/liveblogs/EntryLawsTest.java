package extrablatt.liveblogs;

import static extrablatt.liveblogs.Dropbox.entry;
import static extrablatt.liveblogs.Dropbox.kill;
import static extrablatt.liveblogs.Dropbox.plain;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end state depends on the set of deliveries, never on their order. */
final class EntryLawsTest {
  @Test
  void theNewestOfThreeVersionsStandsInEveryOrder() {
    var set = List.of(entry("g", 1, "eins"), entry("g", 2, "zwei"), entry("g", 3, "drei"));

    for (var order : permutations(set.size())) {
      assertThat(delivered(set, order).read())
          .as("%s", order)
          .singleElement()
          .asString()
          .contains("drei");
    }
  }

  @Test
  void ofTwoContentsWithOneVersionTheSameStandsAndTheOthersReceiptSaysConflict() {
    var set = List.of(entry("g", 2, "so"), entry("g", 2, "anders"), entry("g", 1, "alt"));
    var expected = delivered(set, order(set.size())).lawful();

    for (var order : permutations(set.size())) {
      var box = delivered(set, order);

      assertThat(box.lawful()).as("%s", order).isEqualTo(expected);
      assertThat(box.receipts())
          .as("%s", order)
          .filteredOn(receipt -> receipt.outcome() == Outcome.CONFLICT)
          .hasSize(1);
    }
  }

  @Test
  void aKillBeforeOrAfterItsDocumentsLeavesNothing() {
    var set =
        List.of(
            entry("g", 1, "eins"),
            entry("g", 3, "drei"),
            kill("g", 2, "Falsche Zahlen."),
            entry("g", 4, "vier"),
            kill("g", 5, "Falscher Name."));

    for (var order : permutations(set.size())) {
      var box = delivered(set, order);

      assertThat(box.entries()).as("%s", order).isEmpty();
      assertThat(box.read()).as("%s", order).isEmpty();
    }
  }

  @Test
  void aDuplicateRaisesTheOrder() {
    var set = List.of(entry("g", 1, "gleich"), entry("g", 4, "gleich"), entry("g", 3, "neu"));

    for (var order : permutations(set.size())) {
      assertThat(delivered(set, order).lawful()).as("%s", order).contains("gleich");
    }
  }

  @Test
  void withoutVersionsTheSequencerDecides() {
    var set = List.of(plain("A"), plain("B"), plain("A"), plain("C"));

    for (var order : permutations(set.size())) {
      assertThat(delivered(set, order).lawful()).as("%s", order).contains("\"headline\":\"C\"");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void anySetEndsAlikeInEveryShuffle(long seed) {
    var random = new Random(seed);
    var set = anySet(random);
    var indices = new ArrayList<>(order(set.size()));
    var expected = delivered(set, indices).lawful();

    for (int shuffle = 0; shuffle < 100; shuffle++) {
      Collections.shuffle(indices, random);

      assertThat(delivered(set, indices).lawful())
          .as("seed %d, order %s of %s", seed, indices, set)
          .isEqualTo(expected);
    }
  }

  /** Versions 1 to 5 of one entry, some doubled, some in two contents, some killed. */
  private static List<String> anySet(Random random) {
    var set = new ArrayList<String>();
    for (int version = 1; version <= 5; version++) {
      set.add(entry("g", version, "Fassung " + (random.nextBoolean() ? version : 0)));
      if (random.nextInt(3) == 0) set.add(set.getLast());
      if (random.nextInt(4) == 0) set.add(entry("g", version, "andere Fassung"));
    }
    if (random.nextInt(3) == 0) set.add(kill("g", 1 + random.nextInt(6), "Falsch."));
    return set;
  }

  /** Dropped in the order of the set, delivered in another. */
  private static Dropbox delivered(List<String> set, List<Integer> order) {
    var box = new Dropbox();
    var dropped = new ArrayList<Dropped>();
    for (var document : set) dropped.add(box.drop(document));
    for (int index : order) box.deliver(dropped.get(index));
    return box;
  }

  private static List<Integer> order(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  private static List<List<Integer>> permutations(int size) {
    var all = new ArrayList<List<Integer>>();
    permute(new ArrayList<>(order(size)), 0, all);
    return all;
  }

  private static void permute(List<Integer> order, int fixed, List<List<Integer>> all) {
    if (fixed == order.size()) all.add(List.copyOf(order));
    for (int i = fixed; i < order.size(); i++) {
      Collections.swap(order, fixed, i);
      permute(order, fixed + 1, all);
      Collections.swap(order, fixed, i);
    }
  }
}
