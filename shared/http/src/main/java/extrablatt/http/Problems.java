package extrablatt.http;

import extrablatt.domain.PublishingException;
import java.time.Duration;

/** What is answered when something comes in the way. */
public final class Problems {
  private Problems() {}

  /** The problem that an exception is to the caller; of what is our fault it says nothing. */
  public static Problem of(Exception exception) {
    return switch (exception) {
      case Refusal refusal -> refusal.problem();
      case PublishingException publishing -> of(publishing);
      default -> Problem.of(ProblemType.INTERNAL, "Something went wrong on our side.");
    };
  }

  private static Problem of(PublishingException exception) {
    var detail = String.valueOf(exception.getMessage());
    return switch (exception) {
      case PublishingException.NotFound _ -> Problem.of(ProblemType.NOT_FOUND, detail);
      case PublishingException.Conflict _ -> Problem.of(ProblemType.CONFLICT, detail);
      case PublishingException.StaleRevision stale ->
          Problem.of(ProblemType.STALE_REVISION, detail)
              .withHeader("ETag", EntityTag.ofVersion(stale.currentVersion()).toString());
      case PublishingException.InvalidContent invalid ->
          Problem.of(ProblemType.INVALID, detail).withFaults(invalid.faults());
      case PublishingException.TooLarge _ -> Problem.of(ProblemType.TOO_LARGE, detail);
      case PublishingException.Busy busy ->
          Problem.of(ProblemType.BUSY, "There is too much to do now; try again later.")
              .withHeader("Retry-After", String.valueOf(seconds(busy.retryAfter())));
    };
  }

  /** Whole seconds, rounded up, and never none: a caller that waits none does not wait. */
  private static long seconds(Duration duration) {
    return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
  }
}
