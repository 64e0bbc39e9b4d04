package extrablatt.domain;

import java.time.Duration;
import java.util.List;

/**
 * What can come in the way of reading or changing what is published. None of them is a fault of
 * ours.
 */
public abstract sealed class PublishingException extends RuntimeException {
  private PublishingException(String message) {
    super(message);
  }

  /** There is no such thing, or none that the caller may know of. */
  public static final class NotFound extends PublishingException {
    public NotFound(String message) {
      super(message);
    }
  }

  /**
   * What is asked for cannot be done in the present state: a slug or guid is taken, a transition
   * not allowed.
   */
  public static final class Conflict extends PublishingException {
    public Conflict(String message) {
      super(message);
    }
  }

  /** The caller changed another revision than the present one. */
  public static final class StaleRevision extends PublishingException {
    private final long currentVersion;

    public StaleRevision(String message, long currentVersion) {
      super(message);
      this.currentVersion = currentVersion;
    }

    /** The version that stands. */
    public long currentVersion() {
      return currentVersion;
    }
  }

  /** The content has faults, all of which are named. */
  public static final class InvalidContent extends PublishingException {
    private final transient List<Fault> faults;

    public InvalidContent(List<Fault> faults) {
      super(
          faults.size() == 1
              ? faults.getFirst().detail()
              : faults.size() + " faults in the content");
      this.faults = List.copyOf(faults);
    }

    /** Every fault. */
    public List<Fault> faults() {
      return faults;
    }
  }

  /** The content has more bytes than we take. */
  public static final class TooLarge extends PublishingException {
    public TooLarge(String message) {
      super(message);
    }
  }

  /**
   * The store is too busy now, or others change the same thing too often; trying again later helps.
   */
  public static final class Busy extends PublishingException {
    private final Duration retryAfter;

    public Busy(String message, Duration retryAfter) {
      super(message);
      this.retryAfter = retryAfter;
    }

    /** How long to wait before trying again. */
    public Duration retryAfter() {
      return retryAfter;
    }
  }
}
