package extrablatt.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqsTriggerTest {
  private static final List<SqsMessage> BATCH =
      List.of(
          new SqsMessage(
              "1",
              "handle-1",
              "Grüße",
              SqsTrigger.attributes(2, 1000, 2000),
              Map.of("kind", new SqsMessage.Attribute("String", "drop"))),
          new SqsMessage("2", "handle-2", "b", Map.of(), Map.of()));

  @Test
  void theEventIsTheOneOfLambdasPoller() throws IOException {
    var events = new ArrayList<byte[]>();
    var trigger =
        trigger(
            true,
            (_, event) -> {
              events.add(event);
              return new byte[0];
            });

    trigger.failed(BATCH);

    var json = new JsonMapper();
    assertThat(json.readTree(events.getFirst()))
        .isEqualTo(json.readTree(SqsTriggerTest.class.getResourceAsStream("/sqs-event.json")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                                       | ''
          null                                                                     | ''
          {}                                                                       | ''
          {"batchItemFailures": null}                                              | ''
          {"batchItemFailures": []}                                                | ''
          {"batchItemFailures": [{"itemIdentifier": "2"}]}                         | 2
          {"batchItemFailures": [{"itemIdentifier": "1"}, {"itemIdentifier": "2"}]} | 1,2
          {"batchItemFailures": [{"itemIdentifier": ""}]}                          | 1,2
          {"batchItemFailures": [{"itemIdentifier": null}]}                        | 1,2
          {"batchItemFailures": [{"itemIdentifier": "3"}]}                         | 1,2
          {"batchItemFailures": [{"id": "2"}]}                                     | 1,2
          {"batchItemFailures": "2"}                                               | 1,2
          rubbish                                                                  | 1,2
          """)
  void theAnswerSaysWhichMessagesComeAgain(String answer, String failed) {
    var trigger = trigger(true, (_, _) -> answer.getBytes(StandardCharsets.UTF_8));

    assertThat(String.join(",", trigger.failed(BATCH))).isEqualTo(failed);
  }

  @Test
  void aFunctionThatFailsGetsTheWholeBatchAgain() {
    var trigger =
        trigger(
            true,
            (_, _) -> {
              throw new IllegalStateException("broken");
            });

    assertThat(trigger.failed(BATCH)).containsExactly("1", "2");
  }

  @Test
  void withoutReportsOnlyAnErrorCounts() {
    var trigger =
        trigger(
            false,
            (_, _) ->
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"2\"}]}"
                    .getBytes(StandardCharsets.UTF_8));

    assertThat(trigger.failed(BATCH)).isEmpty();
  }

  private static SqsTrigger trigger(boolean reportsFailures, SqsTrigger.Call call) {
    return new SqsTrigger(
        "F", "arn:aws:sqs:eu-central-1:000000000000:ingest", "eu-central-1", reportsFailures, call);
  }
}
