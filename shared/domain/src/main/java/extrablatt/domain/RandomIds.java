package extrablatt.domain;

import java.security.SecureRandom;
import java.time.Clock;

/** New ids from a clock and the platform's secure randomness. */
public final class RandomIds implements IdGenerator {
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public RandomIds(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String next() {
    var randomness = new byte[10];
    random.nextBytes(randomness);
    return Ulids.of(clock.millis(), randomness);
  }
}
