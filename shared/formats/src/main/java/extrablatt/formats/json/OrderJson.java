package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.formats.FaultLimit;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of the calls that act on what is there: publish, withdraw, pin and the like. */
public final class OrderJson {
  private static final int LONGEST_REASON = 500;

  /** What shall be published: a revision, or else the head; from a time on, or else now. */
  public record PublishBody(@Nullable Integer revision, @Nullable Instant at) {}

  /** Why something is withdrawn. */
  public record WithdrawBody(String reason) {}

  /** What a liveblog shall become. */
  public record StatusBody(LiveblogStatus status) {}

  /** Where a pin shall be, counted from the top. */
  public record PinBody(int position) {}

  /** That there is nothing to say. */
  public record NoBody() {}

  /** A body that is JSON: what it says, or every fault in it. */
  public sealed interface Order<T> {
    /** What it says. */
    record Given<T>(T body) implements Order<T> {}

    /** Its faults. */
    record Faulty<T>(List<Fault> faults) implements Order<T> {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }

    /**
     * What it says.
     *
     * @throws InvalidContent naming every fault
     */
    default T accepted() {
      return switch (this) {
        case Given<T>(var body) -> body;
        case Faulty<T>(var faults) -> throw new InvalidContent(faults);
      };
    }
  }

  /** Thrown for a body that is not JSON. */
  public static final class NotJson extends RuntimeException {
    private final transient Fault fault;

    NotJson(Fault fault) {
      super(fault.detail());
      this.fault = fault;
    }

    /** Where and why. */
    public Fault fault() {
      return fault;
    }
  }

  /**
   * Reads {@code {revision?, at?}}; no body at all says neither.
   *
   * @throws NotJson if the body is not JSON
   */
  public Order<PublishBody> publish(Bytes body) {
    return read(
        body,
        object -> {
          var revision = object.integer("revision");
          if (revision != null && revision < 1)
            object.fault("revision", "must be a revision's number");
          return new PublishBody(revision, object.time("at"));
        });
  }

  /**
   * Reads {@code {reason}}.
   *
   * @throws NotJson if the body is not JSON
   */
  public Order<WithdrawBody> withdraw(Bytes body) {
    return read(body, object -> new WithdrawBody(reason(object)));
  }

  /**
   * Reads {@code {status}} of a liveblog.
   *
   * @throws NotJson if the body is not JSON
   */
  public Order<StatusBody> status(Bytes body) {
    return read(
        body,
        object -> {
          object.requirePresent("status");
          return new StatusBody(LiveblogReader.status(object));
        });
  }

  /**
   * Reads {@code {position?}}; no body at all means the top.
   *
   * @throws NotJson if the body is not JSON
   */
  public Order<PinBody> pin(Bytes body) {
    return read(
        body,
        object -> {
          var position = object.wholeNumber("position");
          if (position == null) return new PinBody(0);
          if (position < 0) object.fault("position", "must be a whole number, 0 or greater");
          return new PinBody((int) Math.min(position, Integer.MAX_VALUE));
        });
  }

  /**
   * Reads the body of a call that needs none.
   *
   * @throws NotJson if the body is not JSON
   */
  public Order<NoBody> nothing(Bytes body) {
    return read(body, _ -> new NoBody());
  }

  /** A reason of 1 to 500 characters; the public reads it. */
  static String reason(ObjectReader object) {
    var reason = object.requiredText("reason");
    boolean tooLong = reason.codePointCount(0, reason.length()) > LONGEST_REASON;
    if (object.has("reason") && (reason.isBlank() || tooLong)) {
      object.fault("reason", "must have 1 to %d characters".formatted(LONGEST_REASON));
    }
    return reason;
  }

  /** An object that says a reason and nothing else. */
  static String onlyReason(ObjectReader object) {
    var reason = reason(object);
    object.refuseUnknown();
    return reason;
  }

  private static <T> Order<T> read(Bytes body, Function<ObjectReader, T> reading) {
    var findings = new Findings();
    var object = ValueReader.ofForeign(findings).object(parsed(body), "");
    var read = reading.apply(object);
    object.refuseUnknown();
    if (findings.isEmpty()) return new Order.Given<>(read);
    return new Order.Faulty<>(FaultLimit.capped(findings.faults()));
  }

  private static JsonObject parsed(Bytes body) {
    if (body.text().isBlank()) return new JsonObject(Map.of());
    return switch (JsonParsing.parse(body)) {
      case Parsed.Broken(var fault) -> throw new NotJson(fault);
      case Parsed.Understood(var object) -> object;
    };
  }
}
