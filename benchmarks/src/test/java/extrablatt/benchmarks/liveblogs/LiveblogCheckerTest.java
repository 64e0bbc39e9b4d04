package extrablatt.benchmarks.liveblogs;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.benchmarks.liveblogs.Checker.Between;
import extrablatt.domain.delivery.PublicLog;
import extrablatt.http.Request;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class LiveblogCheckerTest {
  private static final int OPERATIONS = 20_000;
  private static final int ENOUGH_TO_FIND_A_FAULT = 2_500;

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

  private static java.util.List<String> findings(
      UnaryOperator<DynamoDbClient> dynamo,
      UnaryOperator<PublicLog> log,
      UnaryOperator<Request> calls) {
    return LiveblogChecker.run(ENOUGH_TO_FIND_A_FAULT, 7, new Between(dynamo, log, calls))
        .findings();
  }
}
