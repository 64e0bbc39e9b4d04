package extrablatt.log;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a function's lines go. Each is a JSON object with the call's request id and trace id, and
 * none holds a body or a token.
 */
public final class Log {
  private final String stack;
  private final Supplier<@Nullable String> trace;
  private final Clock clock;
  private final Consumer<String> lines;

  /**
   * A log of one's own.
   *
   * @param stack the name of the stack; null or blank where it runs locally
   * @param trace gives the trace header of the present call; null where nothing is traced
   */
  public Log(
      @Nullable String stack,
      Supplier<@Nullable String> trace,
      Clock clock,
      Consumer<String> lines) {
    this.stack = stack == null || stack.isBlank() ? "local" : stack;
    this.trace = trace;
    this.clock = clock;
    this.lines = lines;
  }

  /** The process's standard output, which Lambda hands to CloudWatch. */
  public static Log standard() {
    return new Log(
        System.getenv("STACK_NAME"), Log::traceOfLambda, Clock.systemUTC(), System.out::println);
  }

  /** Lambda's Java runtime sets the property anew for each call; the variable is older. */
  private static @Nullable String traceOfLambda() {
    var property = System.getProperty("com.amazonaws.xray.traceHeader");
    return property != null ? property : System.getenv("_X_AMZN_TRACE_ID");
  }

  /** Begins a line about an event. */
  public Line line(String event) {
    var line = new Line(stack, clock.millis(), Call.current(), lines).text("event", event);
    var requestId = Call.current().requestId();
    if (requestId != null) line.text("requestId", requestId);
    var header = trace.get();
    if (header != null && !header.isBlank()) line.text("traceId", root(header));
    return line;
  }

  /** A header reads {@code Root=1-…;Parent=…;Sampled=1}; X-Ray finds a trace by its root. */
  private static String root(String header) {
    for (var part : header.split(";", -1)) {
      if (part.startsWith("Root=")) return part.substring("Root=".length());
    }
    return header;
  }
}
