package extrablatt.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that only goes on when a test says so. */
public final class HandClock extends Clock {
  private volatile Instant now;

  /** A clock that shows that time. */
  public HandClock(Instant now) {
    this.now = now;
  }

  /** Lets so much time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("times are told in UTC");
  }
}
