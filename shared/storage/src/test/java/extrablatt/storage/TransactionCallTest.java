package extrablatt.storage;

import static extrablatt.testing.Samples.article;
import static extrablatt.testing.Samples.commit;
import static extrablatt.testing.Samples.created;
import static extrablatt.testing.Samples.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.publishing.Commit;
import extrablatt.testing.Stores;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

final class TransactionCallTest {
  private final TroubledDynamo dynamo = new TroubledDynamo();
  private Stores stores;

  @BeforeEach
  void open() {
    stores =
        DynamoStores.over(
            dynamo.around(EmbeddedTables.client()),
            EmbeddedTables.create(),
            new InMemoryObjectStore());
  }

  @Test
  void anAnswerThatGotLostIsNotMistakenForSomebodyElsesChange() {
    var before = created(article(1), "one");
    stores.content().commit(commit(before));
    dynamo.loseAnswer(ApiCallTimeoutException.create(1));

    var result = stores.content().commit(commit(saved(before.after(), "one")));

    assertThat(result).isEqualTo(Commit.Result.DONE);
    assertThat(dynamo.tokens.subList(1, 3)).containsOnly(dynamo.tokens.get(1));
    assertThat(stores.content().find(article(1)).orElseThrow().head()).isEqualTo(2);
  }

  @Test
  void twoEqualCommitsAreNotOneAndTheSame() {
    var change = created(article(1), "one");

    assertThat(stores.content().commit(commit(change))).isEqualTo(Commit.Result.DONE);
    assertThat(stores.content().commit(commit(change))).isEqualTo(Commit.Result.DOCUMENT_CHANGED);
  }

  @Test
  void conflictsAndThrottlingAreTriedAgain() {
    dynamo.refuse(cancelled("None", "TransactionConflict"));
    dynamo.refuse(cancelled("ThrottlingError"));
    dynamo.refuse(cancelled("ProvisionedThroughputExceeded", "None"));
    dynamo.refuse(TransactionInProgressException.builder().statusCode(400).build());

    var result = stores.content().commit(commit(created(article(1), "one")));

    assertThat(result).isEqualTo(Commit.Result.DONE);
    assertThat(dynamo.tokens).hasSize(5).containsOnly(dynamo.tokens.getFirst());
  }

  @Test
  void aStoreThatStaysBusyIsSaidToBeBusy() {
    for (int i = 0; i < 6; i++) dynamo.refuse(cancelled("TransactionConflict"));

    assertThatExceptionOfType(Busy.class)
        .isThrownBy(() -> stores.content().commit(commit(created(article(1), "one"))));

    assertThat(stores.content().find(article(1))).isEmpty();
  }

  @Test
  void aRefusalThatSomebodyHasToMendIsNotCalledBusy() {
    dynamo.refuse(DynamoDbException.builder().statusCode(400).message("no such table").build());

    assertThatExceptionOfType(DynamoDbException.class)
        .isThrownBy(() -> stores.content().commit(commit(created(article(1), "one"))));
  }

  @Test
  void aFailedConditionCountsEvenBesideAConflict() {
    dynamo.refuse(cancelled("ConditionalCheckFailed", "TransactionConflict"));

    assertThat(stores.content().commit(commit(created(article(1), "one"))))
        .isEqualTo(Commit.Result.DOCUMENT_CHANGED);
  }

  private static RuntimeException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .statusCode(400)
        .cancellationReasons(
            Arrays.stream(codes)
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }
}
