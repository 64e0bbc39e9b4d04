package extrablatt.log;

import org.jspecify.annotations.Nullable;

/** What CloudWatch counts and measures; alarms and the dashboard name these. */
public enum Metric {
  /** A receipt of ingest, by what became of the document. */
  INGEST_OUTCOME("IngestOutcome", "Count", "Outcome"),
  /** How long it took until what was sent or dropped was public. */
  PUBLISH_LATENCY("PublishLatency", "Milliseconds", null),
  /** How often a liveblog's number was taken by somebody else, so that a write began again. */
  APPEND_CONFLICTS("AppendConflicts", "Count", null),
  /** An answer to a reader, by its kind. */
  DELIVERY_ANSWERS("DeliveryAnswers", "Count", "Kind"),
  /** How long a request took inside its function. */
  REQUEST_LATENCY("RequestLatency", "Milliseconds", "Function");

  private final String title;
  private final String unit;
  private final @Nullable String dimension;

  Metric(String title, String unit, @Nullable String dimension) {
    this.title = title;
    this.unit = unit;
    this.dimension = dimension;
  }

  String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  /** The dimension beside the stack; null where there is none. */
  @Nullable String dimension() {
    return dimension;
  }
}
