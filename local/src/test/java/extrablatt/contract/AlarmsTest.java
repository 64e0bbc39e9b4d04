package extrablatt.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody hears of. */
final class AlarmsTest {
  private final JsonNode resources;

  AlarmsTest() throws IOException {
    resources = TemplateTree.read().path("Resources");
  }

  @Test
  void everyAlarmGoesToTheOneTopic() {
    assertThat(alarms())
        .isNotEmpty()
        .allSatisfy(alarm ->
            assertThat(alarm.path("AlarmActions").toString())
                .isEqualTo("[[\"MakesAlarmTopic\",\"AlarmTopic\",\"AlarmTopicArn\"]]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Errors", "Throttles"})
  void everyFunctionIsWatched(String metric) {
    assertThat(watched("AWS/Lambda", metric, "FunctionName"))
        .containsAll(named("AWS::Serverless::Function", ""));
  }

  @Test
  void theDepthOfEveryDeadLetterQueueIsWatched() {
    var queues =
        named("AWS::SQS::Queue", "DeadLetterQueue").stream()
            .map(queue -> queue + ".QueueName")
            .toList();

    assertThat(queues).isNotEmpty();
    assertThat(watched("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName"))
        .containsAll(queues);
  }

  @Test
  void everyFunctionThatFollowsTheTableIsWatchedForFallingBehind() {
    var followers =
        resources.properties().stream()
            .filter(
                it -> it.getValue().at("/Properties/Events").toString().contains("\"DynamoDB\""))
            .map(Map.Entry::getKey)
            .toList();

    assertThat(followers).isNotEmpty();
    assertThat(watched("AWS/Lambda", "IteratorAge", "FunctionName")).containsAll(followers);
  }

  /** CloudWatch refuses an alarm of more than ten metrics. */
  @Test
  void noAlarmTakesMoreMetricsThanCloudWatchAllows() {
    assertThat(alarms())
        .allSatisfy(alarm -> assertThat(alarm.path("Metrics")).hasSizeLessThanOrEqualTo(10));
  }

  private Stream<JsonNode> alarms() {
    return resources
        .valueStream()
        .filter(it -> it.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
        .map(it -> it.path("Properties"));
  }

  private Set<String> named(String type, String ending) {
    return resources.properties().stream()
        .filter(it -> it.getValue().path("Type").asText().equals(type))
        .map(Map.Entry::getKey)
        .filter(id -> id.endsWith(ending))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the alarms of that metric name in that dimension. */
  private Set<String> watched(String namespace, String metric, String dimension) {
    var inGroups =
        alarms()
            .flatMap(alarm -> alarm.path("Metrics").valueStream())
            .map(it -> it.at("/MetricStat/Metric"));
    return Stream.concat(alarms(), inGroups)
        .filter(it -> it.path("Namespace").asText().equals(namespace))
        .filter(it -> it.path("MetricName").asText().equals(metric))
        .flatMap(it -> it.path("Dimensions").valueStream())
        .filter(it -> it.path("Name").asText().equals(dimension))
        .map(it -> it.path("Value").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
