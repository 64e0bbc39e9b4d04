package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Entries that are dropped into the bucket, from the upload to what readers get. */
@ExtendWith(OneStack.class)
final class DroppedEntriesTest {
  private final Api newsroom;
  private final Api reader;
  private final DropBucket drops;

  DroppedEntriesTest(Stack stack) {
    newsroom = stack.newsroom();
    reader = stack.reader();
    drops = stack.drops();
  }

  @Test
  void aDroppedEntryIsReadCorrectedAndWithdrawn() {
    var liveblog = Liveblogs.opened(newsroom, "Sturm über der Küste");
    var key = "liveblogs/ticker/" + liveblog.slug() + "/welle.json";

    var accepted = drops.deliver(key, entry("welle", 1, "Die erste Welle"));
    assertThat(outcome(accepted)).isEqualTo("accepted");
    assertThat(accepted.path("liveblogId").asText()).isEqualTo(liveblog.id());
    assertThat(accepted.path("provider").asText()).isEqualTo("ticker");
    var row = changes(liveblog).getFirst();
    assertThat(row.path("op").asText()).isEqualTo("put");
    assertThat(row.at("/entry/headline").asText()).isEqualTo("Die erste Welle");
    assertThat(row.at("/entry/id")).isEqualTo(accepted.path("entryId"));

    assertThat(outcome(drops.deliver(key, entry("welle", 1, "Die erste Welle"))))
        .isEqualTo("duplicate");

    var updated = drops.deliver(key, entry("welle", 2, "Die zweite Welle"));
    assertThat(outcome(updated)).isEqualTo("updated");
    assertThat(updated.path("revision").asInt()).isEqualTo(2);
    assertThat(changes(liveblog).getLast().at("/entry/headline").asText())
        .isEqualTo("Die zweite Welle");
    assertThat(outcome(drops.deliver(key, entry("welle", 1, "Alt")))).isEqualTo("stale");

    var withdrawn =
        drops.deliver(
            key, "{\"guid\": \"welle\", \"version\": 3, \"withdraw\": {\"reason\": \"Falsch\"}}");
    assertThat(outcome(withdrawn)).isEqualTo("withdrawn");
    assertThat(changes(liveblog))
        .extracting(change -> change.path("op").asText())
        .containsExactly("superseded", "remove", "remove");
    assertThat(drops.receipts("key", key)).hasSize(5);
  }

  @Test
  void aDropForAnUnknownLiveblogIsSetAsideAndTakenOnceThatIsOpen() {
    var key = "liveblogs/ticker/ebbe-und-flut/pegel.json";
    var rejected = drops.deliver(key, entry("pegel", 1, "Der Pegel steigt"));
    var id = rejected.path("id").asText();
    assertThat(outcome(rejected)).isEqualTo("rejected");
    assertThat(rejected.at("/problem/type").asText()).isEqualTo("/problems/not-found");
    assertThat(drops.keys("rejected/" + id + "/"))
        .containsExactlyInAnyOrder(
            "rejected/" + id + "/pegel.json", "rejected/" + id + "/pegel.json.problem.json");
    var liveblog = Liveblogs.opened(newsroom, "Ebbe und Flut");

    newsroom.post("/newsroom/receipts/" + id + "/replay", "").with(202);

    var accepted =
        Waiting.until(
            Duration.ofSeconds(10),
            "the replayed drop",
            () ->
                Optional.of(newsroom.get("/newsroom/receipts/" + id).with(200).json())
                    .filter(receipt -> outcome(receipt).equals("accepted")));
    assertThat(accepted.path("liveblogId").asText()).isEqualTo(liveblog.id());
    assertThat(changes(liveblog)).hasSize(1);
  }

  private List<JsonNode> changes(Liveblogs liveblog) {
    var page = reader.get("/liveblogs/" + liveblog.slug() + "/changes?after=0").with(200).json();
    return page.path("changes").valueStream().toList();
  }

  private static String entry(String guid, int version, String headline) {
    return Articles.read("{}")
        .put("guid", guid)
        .put("version", version)
        .put("headline", headline)
        .toString();
  }

  private static String outcome(JsonNode receipt) {
    return receipt.path("outcome").asText();
  }
}
