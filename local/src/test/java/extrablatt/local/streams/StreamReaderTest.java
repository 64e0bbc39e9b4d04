package extrablatt.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamReaderTest {
  private final FakeStream stream = new FakeStream();
  private final List<String> batches = new ArrayList<>();
  @TempDir Path folder;

  @Test
  void recordsComeInOrderAndInBatches() throws Exception {
    var reader = reader(3, _ -> true);
    stream.open("1", null);
    for (var key : List.of("a", "b", "c")) {
      stream.write("1", key);
    }

    reader.poll();
    stream.write("1", "d");
    reader.poll();
    reader.poll();

    assertThat(String.join("", batches)).isEqualTo("abcd");
    assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(3));
  }

  @Test
  void aShardIsReadAfterTheOneThatItFollows() throws Exception {
    var reader = reader(1, _ -> true);
    stream.open("2", "1");
    stream.open("1", "of long ago");
    stream.write("1", "a");
    stream.write("2", "b");

    reader.poll();
    var before = List.copyOf(batches);
    stream.close("1");
    reader.poll();
    reader.poll();

    assertThat(before).containsExactly("a");
    assertThat(batches).containsExactly("a", "b");
  }

  @Test
  void anotherReaderGoesOnWhereTheFirstStopped() throws Exception {
    stream.open("1", null);
    stream.write("1", "a");
    reader(10, _ -> true).poll();
    stream.write("1", "b");
    stream.close("1");
    stream.open("2", "1");
    stream.write("2", "c");

    var another = reader(10, _ -> true);
    another.poll();
    another.poll();

    assertThat(batches).containsExactly("a", "b", "c");
  }

  @Test
  void atItsFirstStartAReaderPassesOverWhatIsThereAndOnlyThen() throws Exception {
    stream.open("1", null);
    stream.write("1", "old");
    stream.write("1", "old");
    stream.write("1", "old");
    reader(10, _ -> true).beginAtTheEnd();
    stream.write("1", "new");

    var afterAKill = reader(10, _ -> true);
    afterAKill.beginAtTheEnd();
    afterAKill.poll();

    assertThat(batches).containsExactly("new");
  }

  @Test
  void whatIsNotWantedIsPassedOver() throws Exception {
    Predicate<JsonNode> wanted = it -> it.at("/dynamodb/Keys/pk/S").asText().startsWith("PUB");
    stream.open("1", null);
    stream.write("1", "DESK");
    stream.write("1", "PUB");
    stream.write("1", "DESK");

    reader(1, wanted).poll();
    reader(1, _ -> true).poll();

    assertThat(batches).containsExactly("PUB");
  }

  @Test
  void theStreamOfANewTableIsReadFromItsBeginning() throws Exception {
    stream.open("1", null);
    stream.write("1", "a");
    new Positions(file(), "another").put("1", new Positions.Position("999", true));

    reader(1, _ -> true).poll();

    assertThat(batches).containsExactly("a");
  }

  private StreamReader reader(int batchSize, Predicate<JsonNode> wanted) {
    var rules = new Delivery.Rules("F", null, false, false);
    var delivery = new Delivery(rules, this::called, (_, _, _) -> {}, _ -> {});
    return new StreamReader(
        stream,
        stream.arn(),
        new StreamReader.Batches(batchSize, wanted),
        new Positions(file(), stream.arn()),
        delivery);
  }

  private byte[] called(String function, byte[] event) throws Exception {
    var keys = new StringBuilder();
    new JsonMapper()
        .readTree(event)
        .path("Records")
        .forEach(it -> keys.append(it.at("/dynamodb/Keys/pk/S").asText()));
    batches.add(keys.toString());
    return new byte[0];
  }

  private Path file() {
    return folder.resolve("positions.json");
  }
}
