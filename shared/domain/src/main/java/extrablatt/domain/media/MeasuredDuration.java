package extrablatt.domain.media;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Compares how long somebody says that a film is with how long it is. */
public final class MeasuredDuration {
  /** Newsrooms round to whole seconds. */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private static final double TOLERANCE = 0.02;

  /** By what factor a duration is off, and which unit was taken for which. */
  private static final Map<Double, String> UNITS =
      Map.of(
          1000.0,
          "a thousand times as long: milliseconds were given as seconds",
          0.001,
          "a thousandth of it: seconds were given as milliseconds",
          60.0,
          "sixty times as long: seconds were given as minutes",
          1 / 60.0,
          "a sixtieth of it: minutes were given as seconds");

  private MeasuredDuration() {}

  /** Whether both mean the same. */
  public static boolean agrees(Duration said, Duration measured) {
    var difference = said.minus(measured).abs();
    return difference.compareTo(ROUNDING) <= 0
        || difference.toMillis() <= TOLERANCE * measured.toMillis();
  }

  /** What is wrong if somebody used another unit than he meant; empty if that is not the case. */
  public static Optional<String> wrongUnit(Duration said, Duration measured) {
    if (agrees(said, measured) || said.isZero() || measured.isZero()) return Optional.empty();
    double factor = (double) said.toMillis() / measured.toMillis();
    return UNITS.entrySet().stream()
        .filter(unit -> Math.abs(factor / unit.getKey() - 1) < TOLERANCE)
        .map(
            unit -> "says %s, but the film lasts %s: %s".formatted(said, measured, unit.getValue()))
        .findFirst();
  }
}
