package extrablatt.e2e;

import static extrablatt.e2e.HeldDynamo.Effect.NONE;
import static extrablatt.e2e.HeldDynamo.Effect.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.runtime.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of calls that go wrong in the built jars, as docs/failures.md tells it: wrong
 * events, deadlines, too little memory.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client runs on Linux alone")
@ExtendWith(OneBuild.class)
final class BuiltFailuresIT {
  private static final String INGEST = "ArticleIngestFunction";

  /** Enough for any start and too little for what the tests then send. */
  private static final int SMALL_HEAP = 20;

  private final Stack stack;
  private final BuiltFunctions functions;
  private final Poller poller;

  BuiltFailuresIT(QuietBuild build) {
    stack = build.stack();
    functions = build.functions();
    poller = build.ingest();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          ArticlesFunction, no json
          ArticlesFunction, {"Records": []}
          ArticleIngestFunction, no json
          ArticleIngestFunction, {"routeKey": "GET /articles"}
          PublicationFunction, no json
          PublicationFunction, {"Records": [{"messageId": "1"}]}
          SocketsFunction, no json
          SocketsFunction, {"Records": []}
          """)
  void aWrongEventIsAnErrorAndTheProcessLivesOn(String function, String event) throws Exception {
    var process = functions.process(function);

    var outcome = process.call(event.getBytes(StandardCharsets.UTF_8));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void aWrongMessageOfABatchFailsAlone() throws Exception {
    stack.drops().drop("publish/laufzeit/neben.txt", "Neben einer falschen\n\nEin Absatz.");
    var message = poller.next();
    var process = functions.process(INGEST);
    var records = Articles.read("{}");
    records.putArray("Records").addObject().put("messageId", "wrong").put("body", "no json");
    records.withArray("Records").addObject().put("messageId", "right").put("body", message.body());

    var outcome = process.call(Samples.bytes(records));

    assertThat(Samples.answer(outcome).path("batchItemFailures"))
        .singleElement()
        .extracting(failure -> failure.path("itemIdentifier").asText())
        .isEqualTo("wrong");
    assertThat(receipts("neben")).containsExactly("accepted");
  }

  @Test
  void aCallThatPassesItsDeadlineIsKilledAndANewProcessAnswers() throws Exception {
    var event = Samples.bytes(Samples.event("list-articles.json"));
    try (var way = HeldDynamo.before(stack.parts().endpoints().dynamoDb());
        var process = functions.start("DeliveryFunction", Duration.ofSeconds(2), over(way))) {
      assertThat(process.call(event)).isInstanceOf(Outcome.Answered.class);
      way.hold("Query", NONE);

      var outcome = process.call(event);

      assertThat(outcome).isEqualTo(new Outcome.TimedOut());
      assertThat(process.isAlive()).isFalse();
      assertThat(functions.process("DeliveryFunction").call(event))
          .isInstanceOf(Outcome.Answered.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"NONE, vorher", "WHOLE, nachher"})
  void aDropWhoseCommitMeetsTheDeadlineIsDoneOnce(HeldDynamo.Effect effect, String name)
      throws Exception {
    var headline = "Frist " + name;
    stack.drops().drop("publish/laufzeit/" + name + ".txt", headline + "\n\nEin Absatz.");
    var message = poller.next();
    try (var way = HeldDynamo.before(stack.parts().endpoints().dynamoDb());
        var process = functions.start(INGEST, over(way))) {
      way.hold("TransactWriteItems", effect);
      var late = poller.deliver(message, process);
      way.awaitHeld();
      process.timeOut();
      assertThat(late.join()).isFalse();
    }
    assertThat(headlines()).filteredOn(headline::equals).hasSize(effect == WHOLE ? 1 : 0);

    var taken = poller.deliver(poller.again(message), functions.process(INGEST)).join();

    assertThat(taken).isTrue();
    assertThat(receipts(name)).containsExactly("accepted");
    assertThat(headlines()).filteredOn(headline::equals).hasSize(1);
  }

  @Test
  void anEntryWhoseCommitMeetsTheDeadlineStandsOnceAfterTheClientsRetry() throws Exception {
    var liveblog = Liveblogs.opened(stack.newsroom(), "Frist im Liveblog");
    var event = Samples.of(Samples.event("post-entry.json"), liveblog);
    try (var way = HeldDynamo.before(stack.parts().endpoints().dynamoDb());
        var process = functions.start("LiveblogsFunction", over(way))) {
      way.hold("TransactWriteItems", WHOLE);
      var late = process.begin(event);
      way.awaitHeld();
      process.timeOut();
      assertThat(late.join()).isEqualTo(new Outcome.TimedOut());
    }

    var again = Samples.answer(functions.process("LiveblogsFunction").call(event));

    assertThat(again.path("statusCode").asInt()).as(again.toString()).isEqualTo(201);
    assertThat(again.at("/headers/Idempotent-Replayed").asText()).isEqualTo("true");
    assertThat(liveblog.changes(stack.reader(), 0))
        .filteredOn(change -> change.path("op").asText().equals("put"))
        .hasSize(1);
  }

  @Test
  void aCallThatNeedsTooMuchMemoryIsAnErrorAndTheProcessEnds() throws Exception {
    var event =
        Samples.bytes(Samples.event("create-article.json").put("body", "x".repeat(4_000_000)));
    try (var process = functions.start("ArticlesFunction", SMALL_HEAP)) {
      var outcome = process.call(event);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.type()).isEqualTo("java.lang.OutOfMemoryError"));
      assertThat(process.exitCode()).isZero();
    }

    var again = Samples.answer(functions.process("ArticlesFunction").call(event));

    assertThat(again.path("statusCode").asInt()).isEqualTo(413);
  }

  @Test
  void aDropThatNeedsTooMuchMemoryIsDoneOnceByAProcessThatHasIt() throws Exception {
    var headline = "Sehr lang";
    var paragraph = "Und weiter geht es. ".repeat(900);
    var text = headline + "\n\nEin Vorspann." + ("\n\n" + paragraph).repeat(400);
    stack.drops().drop("publish/laufzeit/lang.txt", text);
    var message = poller.next();
    try (var process = functions.start(INGEST, SMALL_HEAP)) {
      assertThat(poller.deliver(message, process).join()).isFalse();
      assertThat(process.exitCode()).as(process.log()).isZero();
    }

    var taken = poller.deliver(poller.again(message), functions.process(INGEST)).join();

    assertThat(taken).isTrue();
    assertThat(receipts("lang")).containsExactly("accepted");
    assertThat(headlines()).filteredOn(headline::equals).hasSize(1);
  }

  private static Map<String, String> over(HeldDynamo way) {
    return Map.of("AWS_ENDPOINT_URL_DYNAMODB", way.address());
  }

  /** What the receipts of a dropped text say. */
  private List<String> receipts(String name) {
    return stack.drops().receipts("key", "publish/laufzeit/" + name + ".txt").stream()
        .map(receipt -> receipt.path("outcome").asText())
        .toList();
  }

  private List<String> headlines() {
    return DropBucket.items(stack.newsroom(), "/newsroom/articles").stream()
        .map(article -> article.path("headline").asText())
        .toList();
  }
}
