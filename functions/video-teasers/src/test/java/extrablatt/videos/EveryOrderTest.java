package extrablatt.videos;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.publishing.Status;
import extrablatt.testing.Faults;
import extrablatt.testing.Killed;
import extrablatt.testing.Trouble;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Five files of one teaser: whatever their order, they come to the same. */
class EveryOrderTest {
  private static final String METADATA =
      """
      {"guid": "film-7", "version": 3, "caption": "Die Fähre legt ab.", "duration": "0:02 min",
       "topics": ["Hafen"], "publishAt": "2026-11-26T10:00:00Z"}
      """;

  private static final List<String> NAMES =
      List.of("faehre.mp4", "faehre.jpg", "faehre.de.vtt", "faehre.en.vtt", "faehre.json");

  private static Bytes bytes(String name) {
    return switch (name) {
      case "faehre.mp4" -> MediaSamples.named("last.mp4");
      case "faehre.jpg" -> MediaSamples.named("wide.jpg");
      case "faehre.json" -> Bytes.utf8(METADATA);
      default -> Bytes.utf8(VideoDesk.SUBTITLES);
    };
  }

  /** Always dropped in one order, so that only their deliveries differ. */
  private static List<Dropped> drops(VideoDesk desk) {
    return NAMES.stream().map(name -> desk.drop("media/demo/" + name, bytes(name))).toList();
  }

  @Test
  void inAll120OrdersTheyMakeTheSameTeaser() {
    var orders = new ArrayList<List<Integer>>();
    permute(new ArrayList<>(List.of(0, 1, 2, 3, 4)), 0, orders);
    assertThat(orders).hasSize(120);

    var states = orders.stream().map(EveryOrderTest::stateAfter).distinct().toList();

    assertThat(states).hasSize(1);
  }

  private static String stateAfter(List<Integer> order) {
    var desk = new VideoDesk();
    var drops = drops(desk);
    for (int each : order) {
      assertThat(desk.deliver(drops.get(each)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }
    return state(desk);
  }

  /** Everything but ids and the numbers of revisions. */
  private static String state(VideoDesk desk) {
    var view = desk.view(desk.teaser());
    var publication = view.publication();
    assertThat(publication.statusAt(VideoDesk.NOON)).isEqualTo(Status.PUBLISHED);
    assertThat(publication.visibleAt(VideoDesk.NOON).orElseThrow().revision())
        .isEqualTo(publication.head());
    assertThat(view.content().streams()).hasSize(1);
    assertThat(view.content().subtitles()).hasSize(2);
    var receipts = desk.receipts().stream().map(Receipt::outcome).toList();
    return view.content() + " " + publication.spans().getLast().publishedAt() + " " + receipts;
  }

  private static void permute(List<Integer> items, int from, List<List<Integer>> orders) {
    if (from == items.size()) orders.add(List.copyOf(items));
    for (int i = from; i < items.size(); i++) {
      Collections.swap(items, from, i);
      permute(items, from + 1, orders);
      Collections.swap(items, from, i);
    }
  }

  @Test
  void allAtOnceTheyMakeTheSameTeaser() throws Exception {
    var expected = stateAfter(List.of(0, 1, 2, 3, 4));
    for (int round = 0; round < 20; round++) {
      var desk = new VideoDesk();
      var drops = drops(desk);
      try (var threads = Executors.newFixedThreadPool(drops.size())) {
        var results = new ArrayList<Future<Receipt>>();
        for (var drop : drops) results.add(threads.submit(() -> desk.deliver(drop)));
        for (var result : results) result.get();
      }

      assertThat(state(desk)).isEqualTo(expected);
    }
  }

  @Test
  void killedAtAnyCallAndDeliveredAgainTheyMakeTheSameTeaser() {
    var expected = stateAfter(List.of(4, 3, 2, 1, 0));
    for (var trouble : List.of(Trouble.KILLED_BEFORE, Trouble.KILLED_AFTER, Trouble.BUSY_AFTER)) {
      for (int call = 1; call <= 40; call++) {
        var desk = new VideoDesk();
        var drops = drops(desk).reversed();
        var faulty = desk.ingestWith(Faults.at(call, trouble));
        for (var drop : drops) {
          try {
            faulty.take(drop, 1, false);
          } catch (Killed | Busy broken) {
            desk.ingest.take(drop, 2, false);
          }
        }

        assertThat(state(desk)).as("%s at call %d", trouble, call).isEqualTo(expected);
      }
    }
  }

  @Test
  void shuffledDoubledAndBrokenOffDeliveriesMakeTheSameTeaser() {
    var expected = stateAfter(List.of(0, 1, 2, 3, 4));
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var desk = new VideoDesk();
      var deliveries = new ArrayList<>(drops(desk));
      deliveries.addAll(deliveries.subList(0, 3));
      Collections.shuffle(deliveries, random);
      var faulty =
          desk.ingestWith(Faults.seeded(seed, 0.15, Trouble.KILLED_BEFORE, Trouble.KILLED_AFTER));
      for (var delivery : deliveries) {
        try {
          faulty.take(delivery, 1, false);
        } catch (Killed broken) {
          desk.ingest.take(delivery, 2, false);
        }
      }

      assertThat(state(desk)).as("seed %d", seed).isEqualTo(expected);
    }
  }
}
