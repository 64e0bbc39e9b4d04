package extrablatt.benchmarks.liveblogs;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** How DynamoDB and its client say no. */
final class Refusing {
  private Refusing() {}

  static RuntimeException throttled() {
    return ThrottlingException.builder()
        .message("Throughput exceeds the current capacity.")
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
        .statusCode(400)
        .build();
  }

  /** A transaction is in the way of a single write. */
  static RuntimeException inTheWay() {
    return TransactionConflictException.builder()
        .message("Transaction is ongoing for the item.")
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode("TransactionConflictException").build())
        .statusCode(400)
        .build();
  }

  /** A transaction of so many rows is cancelled for the sake of one of them. */
  static RuntimeException cancelled(int rows, int row, String code) {
    List<CancellationReason> reasons =
        IntStream.range(0, rows)
            .mapToObj(
                each -> CancellationReason.builder().code(each == row ? code : "None").build())
            .toList();
    return TransactionCanceledException.builder()
        .message("Transaction cancelled, please refer cancellation reasons.")
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode("TransactionCanceledException").build())
        .statusCode(400)
        .cancellationReasons(reasons)
        .build();
  }

  static RuntimeException brokenConnection() {
    return SdkClientException.create(
        "Unable to execute HTTP request", new IOException("Connection reset"));
  }

  static RuntimeException noAnswerInTime() {
    return ApiCallTimeoutException.create(3000);
  }
}
