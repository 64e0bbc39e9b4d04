package extrablatt.ingest;

import static extrablatt.ingest.Documents.article;
import static extrablatt.ingest.Documents.kill;
import static extrablatt.ingest.Documents.page;
import static extrablatt.ingest.Messages.CONTEXT;
import static extrablatt.ingest.Messages.event;
import static extrablatt.ingest.Messages.message;
import static extrablatt.ingest.Messages.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.Outcome;
import extrablatt.testing.Faults;
import extrablatt.testing.Trouble;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The functions and their queues. */
final class BatchesTest {
  private final Pressroom room = new Pressroom();

  @Test
  void oneBadRecordDoesNotHoldBackTheOthers() {
    var first = room.drop("publish/demo/erste seite + zusatz.txt", page("Erste"));
    var second = room.drop("publish/demo/zweite.json", "{\"headline\": \"\"}");
    var third = room.drop("publish/demo/dritte.txt", page("Dritte"));

    var failed =
        taken(
            room.ingest,
            message("1", 1, first),
            message("2", 1, "this is no notification"),
            message("3", 1, second),
            message("4", 1, third));

    assertThat(failed).containsExactly("2");
    assertThat(room.receipt(first).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(room.receipt(second).outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(room.receipt(third).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void anEventOfAnotherSourceIsNamedAsSuch() {
    assertThatThrownBy(
            () -> new ArticleIngestFunction(room.ingest).handleRequest(new SQSEvent(), CONTEXT))
        .hasMessage("no event of a queue: it has no Records");
  }

  @Test
  void aRecordWithoutABodyDoesNotHoldBackTheOthers() {
    var dropped = room.drop("publish/demo/seite.txt", page("Seite"));
    var empty = message("1", 1, "");
    empty.setBody(null);

    var failed = taken(room.ingest, empty, message("2", 1, dropped));

    assertThat(failed).containsExactly("1");
    assertThat(room.receipt(dropped).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void onlyTheRecordThatFailedIsDeliveredAgain() {
    var first = room.drop("publish/demo/erste.txt", page("Erste"));
    var second = room.drop("publish/demo/zweite.txt", page("Zweite"));
    var troubled = room.ingestWith(Faults.at(3, Trouble.BUSY_BEFORE));

    var failed = taken(troubled, message("1", 1, first), message("2", 1, second));

    assertThat(failed).containsExactly("1");
    assertThat(room.receipt(first).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(room.receipt(second).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(taken(room.ingest, message("1", 2, first))).isEmpty();
    assertThat(room.receipt(first).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(room.receipt(first).attempts()).isEqualTo(2);
  }

  @Test
  void oneBadObjectOfAMessageDoesNotHoldBackTheOthers() {
    var first = room.drop("publish/demo/erste.txt", page("Erste"));
    var second = room.drop("publish/demo/zweite.txt", page("Zweite"));
    var troubled = room.ingestWith(Faults.at(3, Trouble.BUSY_BEFORE));

    var failed = taken(troubled, message("1", 1, first, second));

    assertThat(failed).containsExactly("1");
    assertThat(room.receipt(first).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(room.receipt(second).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void theDeadLetterFunctionSaysFailedWhereTheFunctionCouldNot() {
    var dropped = room.drop("publish/demo/erste.txt", page("Erste"));
    var down = room.ingestWith(Faults.by(_ -> Trouble.BUSY_BEFORE));
    assertThat(taken(down, message("1", 6, dropped))).containsExactly("1");
    assertThat(room.receipts()).isEmpty();

    var failed = deadLetters(message("1", 7, dropped));

    assertThat(failed).isEmpty();
    assertThat(room.receipt(dropped).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(room.receipt(dropped).attempts()).isEqualTo(7);
    assertThat(room.receipt(dropped).provider()).isEqualTo("demo");
  }

  @Test
  void theDeadLetterFunctionNeverWritesOverAFinalReceipt() {
    var accepted = room.drop("publish/demo/erste.txt", page("Erste"));
    var rejected = room.drop("publish/demo/zweite.json", "{");
    room.deliver(accepted);
    room.deliver(rejected);

    deadLetters(message("1", 7, accepted), message("2", 7, rejected));

    assertThat(room.receipt(accepted).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(room.receipt(rejected).outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void aDeadLetterThatCannotBeNotedStaysInItsQueue() {
    var dropped = room.drop("publish/demo/erste.txt", page("Erste"));
    var down = room.ingestWith(Faults.by(_ -> Trouble.BUSY_BEFORE));

    var response =
        new DeadLetterFunction(down).handleRequest(event(message("1", 7, dropped)), CONTEXT);

    assertThat(ids(response)).containsExactly("1");
  }

  @Test
  void whatFailedIsTakenWhenItIsReplayed() {
    var dropped = room.drop("publish/demo/erste.txt", page("Erste"));
    deadLetters(message("1", 7, dropped));

    assertThat(taken(room.ingest, replay("2", dropped))).isEmpty();

    assertThat(room.receipt(dropped).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(room.receipt(dropped).attempts()).isEqualTo(8);
    assertThat(room.receipt(dropped).problem()).isNull();
    assertThat(room.receipts()).hasSize(1);
  }

  @Test
  void whatWasRejectedIsTakenWhenItIsReplayedAndItsCauseIsGone() {
    var other = Editor.begins(room, ArticleContent.titled("Fähre"));
    var dropped = room.drop("publish/demo/a.json", "{\"headline\": \"Neu\", \"slug\": \"faehre\"}");
    assertThat(room.deliver(dropped).outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(taken(room.ingest, message("1", 2, dropped))).isEmpty();
    assertThat(room.receipt(dropped).outcome()).isEqualTo(Outcome.REJECTED);

    taken(room.ingest, replay("2", dropped));
    assertThat(room.receipt(dropped).outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(room.receipt(dropped).attempts()).isEqualTo(2);
    assertThat(room.articles()).extracting(each -> each.id().value()).containsExactly(other.id());
  }

  @Test
  void aReplayOfWhatCountsAlreadyIsCountedAndChangesNothingElse() {
    var accepted = room.drop("publish/demo/a.json", article("a", 1, "eins"));
    var updated = room.drop("publish/demo/a.json", article("a", 2, "zwei"));
    var killed = room.drop("publish/demo/a.json", kill("a", 3, "Falsch."));
    var late = room.drop("publish/demo/b.json", article("b", 1, "eins"));
    room.send("publish/demo/b.json", kill("b", 2, "Falsch."));
    for (var dropped : List.of(accepted, updated, killed, late)) {
      var receipt = room.deliver(dropped);
      var articles = room.articles();

      assertThat(taken(room.ingest, replay("1", dropped))).isEmpty();

      assertThat(room.receipt(dropped).attempts()).isEqualTo(receipt.attempts() + 1);
      assertThat(room.receipt(dropped))
          .usingRecursiveComparison()
          .ignoringFields("attempts", "version")
          .isEqualTo(receipt);
      assertThat(room.articles()).isEqualTo(articles);
    }
  }

  @Test
  void aReplayOfADuplicateIsADuplicate() {
    room.send("publish/demo/a.txt", page("Gleich"));
    var dropped = room.drop("publish/demo/a.txt", page("Gleich"));
    room.deliver(dropped);

    taken(room.ingest, replay("1", dropped));

    assertThat(room.receipt(dropped).outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(room.revisions()).isEqualTo(1);
  }

  @Test
  void aTestMessageOfS3NamesNothingAndIsDone() {
    assertThat(
            taken(room.ingest, message("1", 1, "{\"Event\": \"s3:TestEvent\", \"Bucket\": \"b\"}")))
        .isEmpty();
    assertThat(room.receipts()).isEmpty();
  }

  private List<String> deadLetters(SQSMessage... messages) {
    return ids(new DeadLetterFunction(room.ingest).handleRequest(event(messages), CONTEXT));
  }

  private static List<String> taken(Ingest ingest, SQSMessage... messages) {
    SQSEvent event = event(messages);
    return ids(new ArticleIngestFunction(ingest).handleRequest(event, CONTEXT));
  }

  private static List<String> ids(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }
}
