package extrablatt.local.replay;

import extrablatt.local.replay.Receipts.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Has one document after the other taken in once more, and says what became of it. */
public final class Replay {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Receipts receipts;
  private final Clock clock;
  private final Duration longest;

  /**
   * A replay.
   *
   * @param longest how long the outcome of one document is waited for
   */
  public Replay(Receipts receipts, Clock clock, Duration longest) {
    this.receipts = receipts;
    this.clock = clock;
    this.longest = longest;
  }

  /** The receipt as it was written anew; empty if that took too long. */
  public Optional<Receipt> again(Receipt before) {
    receipts.replay(before);
    var end = clock.instant().plus(longest);
    while (clock.instant().isBefore(end)) {
      var now = receipts.find(before.id());
      if (now.isAfter(before)) return Optional.of(now);
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return Optional.empty();
  }
}
