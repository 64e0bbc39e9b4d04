package extrablatt.benchmarks.liveblogs;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Draws lots; the same seed draws the same ones. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  /** Lots of its own for somebody. */
  Chance split() {
    return new Chance(random.split());
  }

  /** Whether something happens that happens so many times in a thousand. */
  boolean permille(int times) {
    return random.nextInt(1000) < times;
  }

  /** From 0 on and less than that. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From 0 on and less than 1. */
  double fraction() {
    return random.nextDouble();
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Any time up to that one. */
  Duration upTo(Duration longest) {
    return Duration.ofNanos(random.nextLong(longest.toNanos() + 1));
  }

  /** A time of which most are short and few are long, with that mean. */
  Duration about(Duration mean) {
    return Duration.ofNanos((long) (-Math.log(1 - random.nextDouble()) * mean.toNanos()));
  }
}
