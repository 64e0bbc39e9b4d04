package extrablatt.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LogTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  private final List<String> lines = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "INGEST_OUTCOME, IngestOutcome, Count, Outcome, rejected",
    "PUBLISH_LATENCY, PublishLatency, Milliseconds,,",
    "APPEND_CONFLICTS, AppendConflicts, Count,,",
    "DELIVERY_ANSWERS, DeliveryAnswers, Count, Kind, not-modified",
    "REQUEST_LATENCY, RequestLatency, Milliseconds, Function, DeliveryFunction",
  })
  void aMetricHasWhatTheEmbeddedMetricFormatAsksFor(
      Metric metric, String name, String unit, @Nullable String dimension, @Nullable String value)
      throws IOException {
    log("news", null).line("http").metric(metric, 42, value).write();

    var line = onlyLine();
    var directive = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(line.at("/_aws/Timestamp").longValue()).isEqualTo(NOON.toEpochMilli());
    assertThat(line.at("/_aws/CloudWatchMetrics")).hasSize(1);
    assertThat(directive.at("/Namespace").textValue()).isEqualTo("Extrablatt");
    assertThat(directive.at("/Metrics/0/Name").textValue()).isEqualTo(name);
    assertThat(directive.at("/Metrics/0/Unit").textValue()).isEqualTo(unit);
    assertThat(directive.at("/Dimensions").toString())
        .isEqualTo(dimension == null ? "[[\"Stack\"]]" : "[[\"Stack\",\"" + dimension + "\"]]");
    assertThat(line.path(name).longValue()).isEqualTo(42);
    assertThat(line.path("Stack").textValue()).isEqualTo("news");
    if (dimension != null) assertThat(line.path(dimension).textValue()).isEqualTo(value);
  }

  @Test
  void severalMetricsRideOnOneLineWithTheirOwnDimensions() throws IOException {
    log("news", null)
        .line("http")
        .metric(Metric.REQUEST_LATENCY, 7, "DeliveryFunction")
        .metric(Metric.DELIVERY_ANSWERS, 1, "fresh")
        .write();

    assertThat(onlyLine().at("/_aws/CloudWatchMetrics").findValuesAsText("Name"))
        .containsExactly("RequestLatency", "DeliveryAnswers");
  }

  @Test
  void aLineWithoutMetricsIsPlainJson() throws IOException {
    log("news", null).line("swept").text("said", "a \"b\"\\\n\u0001ü").number("count", 3).write();

    assertThat(onlyLine().has("_aws")).isFalse();
    assertThat(onlyLine().path("said").textValue()).isEqualTo("a \"b\"\\\n\u0001ü");
    assertThat(onlyLine().path("count").longValue()).isEqualTo(3);
  }

  @Test
  void theCallsRequestAndTraceStandInItsLines() throws IOException {
    var log = log("news", "Root=1-65a-b;Parent=53995c3f42cd8ad8;Sampled=1");

    Call.within(
        "request-1",
        () -> {
          log.line("swept").write();
          return true;
        });

    assertThat(onlyLine().path("requestId").textValue()).isEqualTo("request-1");
    assertThat(onlyLine().path("traceId").textValue()).isEqualTo("1-65a-b");
  }

  @Test
  void whatIsNotKnownIsLeftOut() throws IOException {
    log("news", null).line("swept").write();

    assertThat(onlyLine().has("requestId")).isFalse();
    assertThat(onlyLine().has("traceId")).isFalse();
  }

  @Test
  void conflictsOfACallAreCountedOnceByItsNextLine() throws IOException {
    var log = log("news", null);

    Call.within(
        "request-1",
        () -> {
          Call.appendConflict();
          Call.appendConflict();
          log.line("http").write();
          log.line("http").write();
          return true;
        });

    assertThat(JSON.readTree(lines.getFirst()).path("AppendConflicts").intValue()).isEqualTo(2);
    assertThat(JSON.readTree(lines.getLast()).has("AppendConflicts")).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void aStackWithoutANameIsTheLocalOne(@Nullable String stack) throws IOException {
    log(stack, null).line("http").metric(Metric.PUBLISH_LATENCY, 1).write();

    assertThat(onlyLine().path("Stack").textValue()).isEqualTo("local");
  }

  @Test
  void aMetricWithoutItsDimensionIsRefused() {
    var line = log("news", null).line("http");

    assertThatThrownBy(() -> line.metric(Metric.DELIVERY_ANSWERS, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Log log(@Nullable String stack, @Nullable String trace) {
    return new Log(stack, () -> trace, Clock.fixed(NOON, ZoneOffset.UTC), lines::add);
  }

  private JsonNode onlyLine() throws IOException {
    assertThat(lines).hasSize(1);
    return JSON.readTree(lines.getFirst());
  }
}
