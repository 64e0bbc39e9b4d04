package extrablatt.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log, on which metrics ride in CloudWatch's embedded metric format
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 */
public final class Line {
  private static final String NAMESPACE = "Extrablatt";

  private final String stack;
  private final long at;
  private final Call call;
  private final Consumer<String> lines;
  private final Map<String, String> members = new LinkedHashMap<>();
  private final List<Metric> metrics = new ArrayList<>();

  Line(String stack, long at, Call call, Consumer<String> lines) {
    this.stack = stack;
    this.at = at;
    this.call = call;
    this.lines = lines;
  }

  public Line text(String name, String value) {
    members.put(name, quoted(value));
    return this;
  }

  public Line number(String name, long value) {
    members.put(name, Long.toString(value));
    return this;
  }

  /** How long something took that began then, by {@link System#nanoTime}. */
  public Line since(long startedNanos) {
    return number("milliseconds", (System.nanoTime() - startedNanos) / 1_000_000);
  }

  /** A failure by its kind and place; its message may quote what somebody wrote. */
  public Line failure(RuntimeException failure) {
    var trace = failure.getStackTrace();
    text("error", failure.getClass().getName());
    return text("at", trace.length == 0 ? "" : trace[0].toString());
  }

  /** A metric that has no dimension but the stack. */
  public Line metric(Metric metric, long value) {
    return metric(metric, value, null);
  }

  /**
   * A metric.
   *
   * @param of the value of the metric's own dimension; null where it has none
   */
  public Line metric(Metric metric, long value, @Nullable String of) {
    var dimension = metric.dimension();
    if ((dimension == null) != (of == null))
      throw new IllegalArgumentException(metric + " has the dimension " + dimension);
    metrics.add(metric);
    if (dimension != null && of != null) text(dimension, of);
    return number(metric.title(), value);
  }

  /** Writes the line; it is not to be used again. */
  public void write() {
    int conflicts = call.newConflicts();
    if (conflicts > 0) metric(Metric.APPEND_CONFLICTS, conflicts);
    if (!metrics.isEmpty()) {
      text("Stack", stack);
      members.put("_aws", directive());
    }
    lines.accept(
        members.entrySet().stream()
            .map(member -> quoted(member.getKey()) + ":" + member.getValue())
            .collect(Collectors.joining(",", "{", "}")));
  }

  private String directive() {
    return metrics.stream()
        .map(Line::directive)
        .collect(
            Collectors.joining(",", "{\"Timestamp\":" + at + ",\"CloudWatchMetrics\":[", "]}"));
  }

  private static String directive(Metric metric) {
    var own = metric.dimension() == null ? "" : ",\"" + metric.dimension() + "\"";
    return "{\"Namespace\":\"%s\",\"Dimensions\":[[\"Stack\"%s]],\"Metrics\":[{\"Name\":\"%s\",\"Unit\":\"%s\"}]}"
        .formatted(NAMESPACE, own, metric.title(), metric.unit());
  }

  private static String quoted(String text) {
    var json = new StringBuilder(text.length() + 2).append('"');
    text.chars().forEach(character -> append(json, (char) character));
    return json.append('"').toString();
  }

  private static void append(StringBuilder json, char character) {
    if (character == '"' || character == '\\') json.append('\\').append(character);
    else if (character < ' ') json.append("\\u%04x".formatted((int) character));
    else json.append(character);
  }
}
