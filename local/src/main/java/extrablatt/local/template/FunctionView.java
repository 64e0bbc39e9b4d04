package extrablatt.local.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads functions and what triggers them. */
final class FunctionView {
  private static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(3);
  private static final int STANDARD_MEMORY = 128;

  private FunctionView() {}

  static Function function(String id, Value properties) {
    return new Function(
        id,
        properties.get("Handler").text(),
        environment(properties),
        properties.seconds("Timeout", STANDARD_TIMEOUT),
        properties.number("MemorySize", STANDARD_MEMORY),
        properties.entries("Events").values().stream()
            .map(FunctionView::trigger)
            .flatMap(Optional::stream)
            .toList(),
        properties.find("Role").map(Value::resource).orElse(null),
        properties.find("LoggingConfig", "LogGroup").map(Value::resource).orElse(null),
        "Active".equals(properties.text("Tracing")));
  }

  private static Map<String, String> environment(Value properties) {
    var variables = new LinkedHashMap<String, String>();
    properties
        .find("Environment", "Variables")
        .ifPresent(it -> it.entries().forEach((name, value) -> variables.put(name, value.text())));
    return variables;
  }

  private static Optional<Trigger> trigger(Value event) {
    var type = event.get("Type").text();
    return switch (type) {
      case "HttpApi" -> Optional.empty();
      case "SQS" -> Optional.of(sqs(event.get("Properties")));
      case "DynamoDB" -> Optional.of(stream(event.get("Properties")));
      case "Schedule" -> Optional.of(schedule(event.get("Properties"), "Schedule", "aws.events"));
      case "ScheduleV2" ->
          Optional.of(schedule(event.get("Properties"), "ScheduleExpression", "aws.scheduler"));
      default -> throw new TemplateError(event.line(), "cannot serve events of type " + type);
    };
  }

  private static Trigger sqs(Value event) {
    return new Trigger.Sqs(
        event.get("Queue").resource(),
        event.number("BatchSize", 10),
        event.seconds("MaximumBatchingWindowInSeconds", Duration.ZERO),
        event.find("ScalingConfig", "MaximumConcurrency").map(Value::number).orElse(null),
        reportsFailures(event));
  }

  private static Trigger stream(Value event) {
    return new Trigger.Stream(
        event.get("Stream").resource(),
        event.number("BatchSize", 100),
        event.seconds("MaximumBatchingWindowInSeconds", Duration.ZERO),
        event.get("StartingPosition").text(),
        event
            .find("MaximumRetryAttempts")
            .map(Value::number)
            .filter(retries -> retries >= 0) // -1 says that there is no end.
            .orElse(null),
        event.flag("BisectBatchOnFunctionError"),
        reportsFailures(event),
        event.find("FilterCriteria").map(it -> it.items("Filters")).orElse(List.of()).stream()
            .map(filter -> EventPattern.of(filter.get("Pattern").json()))
            .toList(),
        event.find("DestinationConfig", "OnFailure").map(FunctionView::failureQueue).orElse(null));
  }

  private static String failureQueue(Value destination) {
    var type = destination.text("Type");
    if (type != null && !type.equals("SQS")) {
      throw new TemplateError(destination.line(), "the local stack tells queues only of failures");
    }
    return destination.get("Destination").resource();
  }

  private static Trigger schedule(Value event, String expression, String source) {
    boolean enabled = !"DISABLED".equals(event.text("State"));
    boolean switchedOn =
        event.find("Enabled").map(it -> Boolean.parseBoolean(it.text())).orElse(true);
    return new Trigger.Schedule(
        event.get(expression).text(), event.text("Input"), enabled && switchedOn, source);
  }

  private static boolean reportsFailures(Value event) {
    return event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures");
  }
}
