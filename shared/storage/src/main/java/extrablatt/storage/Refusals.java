package extrablatt.storage;

import extrablatt.domain.PublishingException.Busy;
import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Tells refusals that pass by themselves from those that somebody has to mend. */
final class Refusals {
  private static final Duration LATER = Duration.ofSeconds(1);

  private Refusals() {}

  /** Whether trying again may help: load, a conflict, a broken connection, no answer in time. */
  static boolean isPassing(SdkException refusal) {
    return switch (refusal) {
      case TransactionInProgressException _, TransactionConflictException _ -> true;
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> true;
      case AwsServiceException answer ->
          answer.isThrottlingException() || answer.statusCode() >= 500;
      default -> refusal.retryable() || refusal.getCause() instanceof IOException;
    };
  }

  /** Whether somebody else's transaction was in the way, which the SDK does not try again. */
  static boolean isConflict(SdkException refusal) {
    return refusal instanceof TransactionConflictException;
  }

  /** What the domain is told of a refusal: that the store is busy, or else the refusal itself. */
  static RuntimeException translated(SdkException refusal) {
    return isPassing(refusal) ? busy(refusal) : refusal;
  }

  static Busy busy(Exception cause) {
    var busy = new Busy("the store is too busy", LATER);
    busy.initCause(cause);
    return busy;
  }
}
