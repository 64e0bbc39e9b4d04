package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged outlives the end of the process, however it ends. */
@Timeout(150)
final class KillTest {
  private static final int ENOUGH = 40;
  private static final Duration LONGEST_CATCHING_UP = Duration.ofSeconds(60);

  @Test
  void everyAcknowledgedDropIsDoneOnceAfterAKill(@TempDir Path data) throws Exception {
    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    var enough = new CountDownLatch(ENOUGH);
    try (var stack = ForkedStack.start(data)) {
      var hands =
          List.of("a", "b", "c").stream()
              .map(hand ->
                  Thread.ofVirtual()
                      .start(() -> dropUntilItFails(stack.drops(), hand, acknowledged, enough)))
              .toList();
      enough.await();
      stack.kill();
      for (var hand : hands) hand.join();
    }

    try (var stack = ForkedStack.start(data)) {
      var receipts =
          Waiting.until(
              LONGEST_CATCHING_UP,
              "a receipt for each of " + acknowledged.size() + " drops",
              () ->
                  Optional.of(stack.drops().receipts("provider", "absturz"))
                      .filter(found -> keys(found).containsAll(acknowledged.keySet())));
      var headlines =
          DropBucket.items(stack.newsroom(), "/newsroom/articles").stream()
              .map(article -> article.path("headline").asText())
              .toList();

      assertThat(receipts)
          .extracting(receipt -> receipt.path("key").asText())
          .doesNotHaveDuplicates();
      assertThat(receipts).allMatch(receipt -> receipt.path("outcome").asText().equals("accepted"));
      assertThat(headlines).doesNotHaveDuplicates().containsAll(acknowledged.values());
      assertThat(stack.stop(Duration.ofSeconds(5))).isTrue();
    }
  }

  private static Set<String> keys(List<JsonNode> receipts) {
    return receipts.stream()
        .map(receipt -> receipt.path("key").asText())
        .collect(Collectors.toSet());
  }

  private static void dropUntilItFails(
      DropBucket drops, String hand, Map<String, String> acknowledged, CountDownLatch enough) {
    for (var number = 0; ; number++) {
      var key = "publish/absturz/%s-%d.txt".formatted(hand, number);
      var headline = "Meldung %s %d".formatted(hand, number);
      try {
        drops.drop(key, headline + "\n\nEin Absatz.");
      } catch (RuntimeException | AssertionError _) {
        return; // Killed: this drop was not acknowledged.
      }
      acknowledged.put(key, headline);
      enough.countDown();
    }
  }
}
