package extrablatt.benchmarks.liveblogs;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.benchmarks.liveblogs.Checker.Between;
import extrablatt.domain.delivery.PublicLog;
import extrablatt.http.Request;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class LiveblogCheckerTest {
  private static final int OPERATIONS = 20_000;
  private static final int SHORT_RUN = 2_500;

  @Test
  void noReaderLosesDoublesOrReordersAnEntryWhateverGoesWrong() {
    var report = LiveblogChecker.run(OPERATIONS, 1, Between.NOTHING);

    assertThat(report.findings()).isEmpty();
    assertThat(report.operations()).isGreaterThanOrEqualTo(OPERATIONS);
    assertThat(report.reads().of("resyncs")).isZero();
  }

  @Test
  void theCheckerFindsPagesThatGoOnAfterAHole() {
    assertThat(findings(UnaryOperator.identity(), Unchecked::holes, UnaryOperator.identity()))
        .isNotEmpty();
  }

  @Test
  void theCheckerFindsSnapshotsWithoutTheNewestChanges() {
    assertThat(findings(UnaryOperator.identity(), Unchecked::overlays, UnaryOperator.identity()))
        .isNotEmpty();
  }

  @Test
  void theCheckerFindsCallsThatAreMadeTwiceWithoutAKey() {
    assertThat(findings(UnaryOperator.identity(), UnaryOperator.identity(), Unchecked::keys))
        .isNotEmpty();
  }

  @Test
  void theCheckerFindsReadsThatAnyReplicaAnswers() {
    assertThat(findings(Unchecked::consistency, UnaryOperator.identity(), UnaryOperator.identity()))
        .isNotEmpty();
  }

  /** A run may be too short to meet the fault: then others are made. */
  private static List<String> findings(
      UnaryOperator<DynamoDbClient> dynamo,
      UnaryOperator<PublicLog> log,
      UnaryOperator<Request> calls) {
    return LongStream.rangeClosed(7, 16)
        .mapToObj(seed ->
            LiveblogChecker.run(SHORT_RUN, seed, new Between(dynamo, log, calls)).findings())
        .filter(findings -> !findings.isEmpty())
        .findFirst()
        .orElseGet(List::of);
  }
}
