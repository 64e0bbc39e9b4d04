package extrablatt.local.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<String> calls = new ArrayList<>();
  private final List<String> givenUp = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();
  private final Deque<String> answers = new ArrayDeque<>();

  @Test
  void aBatchThatSucceedsComesOnce() throws Exception {
    deliver(rules(null, false), "1", "2", "3");

    assertThat(calls).containsExactly("123");
    assertThat(progress).containsExactly("3");
  }

  @Test
  void aBatchThatFailsComesAgainAsAWhole() throws Exception {
    answers.add("error");
    answers.add("error");

    deliver(rules(null, false), "1", "2");

    assertThat(calls).containsExactly("12", "12", "12");
    assertThat(givenUp).isEmpty();
  }

  @Test
  void itGoesOnFromTheLowestRecordThatFailed() throws Exception {
    answers.add(failed("3", "2"));

    deliver(rules(null, false), "1", "2", "3");

    assertThat(calls).containsExactly("123", "23");
    assertThat(progress).containsExactly("1", "3");
  }

  @Test
  void afterItsRetriesWhatIsLeftIsGivenUp() throws Exception {
    answers.add(failed("2"));
    answers.add("error");
    answers.add("error");

    deliver(rules(2, false), "1", "2", "3");

    assertThat(calls).containsExactly("123", "23", "23");
    assertThat(givenUp).containsExactly("23 after 3");
    assertThat(progress).containsExactly("1", "3");
  }

  @Test
  void inHalvesOnlyTheBrokenRecordIsGivenUp() throws Exception {
    answers.addAll(List.of("error", "", "error", "error", "error", ""));

    deliver(rules(1, true), "1", "2", "3", "4");

    assertThat(calls).containsExactly("1234", "12", "34", "3", "3", "4");
    assertThat(givenUp).containsExactly("3 after 2");
    assertThat(progress).last().isEqualTo("4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"9\"}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": null}]}",
        "{\"batchItemFailures\": \"2\"}",
        "rubbish"
      })
  void anAnswerThatNamesNoRecordOfTheBatchFailsAllOfIt(String answer) throws Exception {
    answers.add(answer);

    deliver(rules(null, false), "1", "2");

    assertThat(calls).containsExactly("12", "12");
  }

  @Test
  void aStopLeavesTheBatchForTheNextStart() {
    var delivery =
        new Delivery(
            rules(null, false),
            this::called,
            (_, _, _) -> {},
            _ -> {
              throw new InterruptedException("stopped");
            });

    assertThatThrownBy(() -> delivery.deliver("shard", records("1"), progress::add))
        .isInstanceOf(InterruptedException.class);
    assertThat(progress).isEmpty();
  }

  private void deliver(Delivery.Rules rules, String... numbers) throws InterruptedException {
    Delivery.Failures failures =
        (_, records, count) -> givenUp.add(numbersOf(records) + " after " + count);
    new Delivery(rules, this::called, failures, _ -> {})
        .deliver("shard", records(numbers), progress::add);
  }

  private byte[] called(String function, byte[] event) throws IOException {
    var records = JSON.readTree(event).path("Records").valueStream().toList();
    calls.add(numbersOf(records));
    var answer = answers.isEmpty() ? "" : answers.removeFirst();
    if (answer.equals("error")) {
      throw new IllegalStateException("broken");
    }
    return answer.getBytes(StandardCharsets.UTF_8);
  }

  private static Delivery.Rules rules(@Nullable Integer maximumRetries, boolean bisects) {
    return new Delivery.Rules("F", maximumRetries, bisects, true);
  }

  private static String failed(String... numbers) {
    var json = JSON.createObjectNode();
    var failures = json.putArray("batchItemFailures");
    Stream.of(numbers).forEach(it -> failures.addObject().put("itemIdentifier", it));
    return json.toString();
  }

  private static List<ObjectNode> records(String... numbers) {
    return Stream.of(numbers).map(DeliveryTest::record).toList();
  }

  private static ObjectNode record(String number) {
    var json = JSON.createObjectNode();
    json.putObject("dynamodb").put("SequenceNumber", number);
    return json;
  }

  private static String numbersOf(List<? extends JsonNode> records) {
    return String.join("", records.stream().map(RecordJson::sequenceNumber).toList());
  }
}
