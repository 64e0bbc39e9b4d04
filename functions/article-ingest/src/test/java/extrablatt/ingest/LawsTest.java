package extrablatt.ingest;

import static extrablatt.ingest.Documents.article;
import static extrablatt.ingest.Documents.kill;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.publishing.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end state depends on the set of deliveries, never on their order. */
final class LawsTest {
  private static final String KEY = "publish/demo/faehre.json";

  @Test
  void theNewestOfThreeVersionsStandsInEveryOrder() {
    var set = List.of(article("g", 1, "eins"), article("g", 2, "zwei"), article("g", 3, "drei"));

    for (var order : permutations(set.size())) {
      var room = delivered(set, order);

      assertThat(room.head()).as("%s", order).contains("drei");
      assertThat(room.read()).contains("drei");
      assertThat(room.status()).isEqualTo(Status.PUBLISHED);
    }
  }

  @Test
  void ofTwoContentsWithOneVersionTheSameStandsAndTheOthersReceiptSaysConflict() {
    var set = List.of(article("g", 2, "so"), article("g", 2, "anders"), article("g", 1, "alt"));

    assertOneEndState(set);
    var winners = new ArrayList<Integer>();
    for (var order : permutations(set.size())) {
      var room = delivered(set, order);
      var conflicts =
          room.receipts().stream().filter(each -> each.outcome() == Outcome.CONFLICT).toList();
      assertThat(conflicts).as("%s", order).hasSize(1);
      winners.add(conflicts.getFirst().objectVersion().equals("version-1") ? 1 : 0);
    }
    assertThat(winners).containsOnly(winners.getFirst());
  }

  @Test
  void aKillBeforeOrAfterItsDocumentsLeavesTheSameTombstone() {
    var set =
        List.of(
            article("g", 1, "eins"),
            article("g", 3, "drei"),
            kill("g", 2, "Falsche Zahlen."),
            article("g", 4, "vier"),
            kill("g", 5, "Falscher Name."));

    for (var order : permutations(set.size())) {
      var room = delivered(set, order);

      assertThat(room.status()).as("%s", order).isEqualTo(Status.WITHDRAWN);
      assertThat(room.read()).as("%s", order).isEqualTo("withdrawn: Falscher Name.");
      assertThat(room.head()).as("%s", order).contains("vier");
    }
    assertOneEndState(set);
  }

  @Test
  void aDocumentThatIsOlderThanItsKillIsStaleAndWasNeverVisible() {
    var room = new Pressroom();
    room.send(KEY, kill("g", 2, "Falsch."));

    var receipt = room.send(KEY, article("g", 1, "eins"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.STALE);
    assertThat(room.read()).isEqualTo("withdrawn: Falsch.");
  }

  @Test
  void aDuplicateRaisesTheOrder() {
    var set = List.of(article("g", 1, "gleich"), article("g", 4, "gleich"), article("g", 3, "neu"));

    for (var order : permutations(set.size())) {
      assertThat(delivered(set, order).read()).as("%s", order).contains("gleich");
    }
  }

  @ParameterizedTest
  @CsvSource({"eins,anders", "anders,eins"})
  void aLoserIsTheDeliveryWithTheWinnersVersionAndNoOther(String doubled, String other) {
    var set = List.of(article("g", 2, doubled), article("g", 3, doubled), article("g", 3, other));

    for (var order : permutations(set.size())) {
      var room = delivered(set, order);
      assertThat(room.receipts())
          .as("%s", order)
          .filteredOn(receipt -> receipt.objectVersion().equals("version-1"))
          .noneMatch(receipt -> receipt.outcome() == Outcome.CONFLICT);
      assertThat(room.receipts())
          .as("%s", order)
          .filteredOn(receipt -> receipt.outcome() == Outcome.CONFLICT)
          .hasSize(1);
    }
    assertOneEndState(set);
  }

  @Test
  void aKillOfWhichNoDocumentEverComesIsReceipted() {
    var room = new Pressroom();

    var receipt = room.send(KEY, kill("g", 1, "Falsch."));

    assertThat(receipt.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(room.articles()).isEmpty();
  }

  @Test
  void killsAreDoubledStaleAndInConflictAsDocumentsAre() {
    assertOneEndState(
        List.of(
            kill("g", 2, "Grund A."),
            kill("g", 2, "Grund A."),
            kill("g", 2, "Grund B."),
            kill("g", 1, "Grund C."),
            article("g", 3, "drei")));
  }

  @Test
  void withoutVersionsTheSequencerDecides() {
    var set = List.of(plain("A"), plain("B"), plain("A"), plain("C"));

    for (var order : permutations(set.size())) {
      assertThat(delivered(set, order).read()).as("%s", order).contains("\"lead\":\"C\"");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void anySetEndsAlikeInEveryShuffle(long seed) {
    var random = new Random(seed);
    var set = anySet(random);
    var indices = new ArrayList<>(order(set.size()));
    var expected = State.lawful(delivered(set, indices));

    for (int shuffle = 0; shuffle < 100; shuffle++) {
      Collections.shuffle(indices, random);

      var room = delivered(set, indices);

      assertThat(State.lawful(room))
          .as("seed %d, order %s of %s", seed, indices, set)
          .isEqualTo(expected);
      assertThat(room.articles()).hasSize(1);
    }
  }

  @Test
  void afterAKillOnlyAnEditorPublishesAgain() {
    var room = new Pressroom();
    room.send(KEY, article("g", 2, "eins"));
    room.send(KEY, kill("g", 3, "Falsch."));

    var later = room.send(KEY, article("g", 4, "vier"));

    assertThat(later.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(later.warnings()).singleElement().asString().contains("stays so until");
    assertThat(room.read()).isEqualTo("withdrawn: Falsch.");
    Editor.of(room).publish();
    assertThat(room.read()).contains("vier");
    assertThat(room.send(KEY, article("g", 5, "fünf")).warnings()).isEmpty();
    assertThat(room.read()).contains("fünf");
  }

  @Test
  void aDocumentOlderThanItsKillStaysHiddenThoughAnEditorHasPublishedSince() {
    var room = new Pressroom();
    room.send(KEY, article("g", 1, "eins"));
    room.send(KEY, kill("g", 5, "Falsch."));
    Editor.of(room).publish();

    var receipt = room.send(KEY, article("g", 3, "drei"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.STALE);
    assertThat(room.read()).contains("eins").doesNotContain("drei");
  }

  @Test
  void aNewerKillWithTheSameReasonWithdrawsWhatAnEditorHasPublishedSince() {
    var room = new Pressroom();
    room.send(KEY, article("g", 1, "eins"));
    room.send(KEY, kill("g", 2, "Falsch."));
    Editor.of(room).publish();

    var again = room.send(KEY, kill("g", 2, "Falsch."));
    assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(room.status()).isEqualTo(Status.PUBLISHED);

    var newer = room.send(KEY, kill("g", 3, "Falsch."));
    assertThat(newer.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(room.status()).isEqualTo(Status.WITHDRAWN);
  }

  private static String plain(String lead) {
    return "{\"guid\": \"g\", \"headline\": \"Ohne Version\", \"lead\": \"%s\"}".formatted(lead);
  }

  /** Versions 1 to 5 of one document, some doubled, some in two contents, some killed. */
  private static List<String> anySet(Random random) {
    var set = new ArrayList<String>();
    for (int version = 1; version <= 5; version++) {
      set.add(article("g", version, "Fassung " + (random.nextBoolean() ? version : 0)));
      if (random.nextInt(3) == 0) set.add(set.getLast());
      if (random.nextInt(4) == 0) set.add(article("g", version, "andere Fassung"));
    }
    for (int kills = random.nextInt(4); kills > 0; kills--) {
      set.add(kill("g", 1 + random.nextInt(6), "Grund " + random.nextInt(3)));
    }
    return set;
  }

  private static void assertOneEndState(List<String> set) {
    var expected = State.lawful(delivered(set, order(set.size())));
    for (var order : permutations(set.size())) {
      assertThat(State.lawful(delivered(set, order))).as("%s", order).isEqualTo(expected);
    }
  }

  /** A fresh pressroom after all of the set was dropped and then delivered in that order. */
  private static Pressroom delivered(List<String> set, List<Integer> order) {
    var room = new Pressroom();
    var dropped = new ArrayList<Dropped>();
    for (var document : set) dropped.add(room.drop(KEY, document));
    for (var index : order) room.deliver(dropped.get(index));
    assertThat(room.receipts()).as("%s", order).hasSize(set.size());
    return room;
  }

  private static List<Integer> order(int size) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < size; i++) order.add(i);
    return order;
  }

  private static List<List<Integer>> permutations(int size) {
    if (size == 0) return List.of(List.of());
    var all = new ArrayList<List<Integer>>();
    for (var shorter : permutations(size - 1)) {
      for (int place = 0; place < size; place++) {
        var longer = new ArrayList<>(shorter);
        longer.add(place, size - 1);
        all.add(longer);
      }
    }
    return all;
  }
}
