package extrablatt.e2e;

import static extrablatt.e2e.HeldDynamo.Effect.NONE;
import static extrablatt.e2e.HeldDynamo.Effect.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.runtime.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
@ExtendWith({OneStack.class, OneBuild.class})
final class BuiltFailuresIT {
  /** Enough for any start and too little for what the tests then send. */
  private static final int SMALL_HEAP = 20;

  /** Less than the store's client waits in its three tries, and more than any call takes. */
  private static final Duration SHORT = Duration.ofSeconds(5);

  private final Stack stack;
  private final BuiltFunctions functions;

  BuiltFailuresIT(Stack stack, BuiltFunctions functions) {
    this.stack = stack;
    this.functions = functions;
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
  void aCallThatPassesItsDeadlineIsKilledAndANewProcessAnswers() throws Exception {
    var event = Samples.bytes(Samples.event("list-articles.json"));
    try (var way = HeldDynamo.before(stack.parts().endpoints().dynamoDb());
        var process = functions.start("DeliveryFunction", SHORT, way.environment())) {
      assertThat(process.call(event)).isInstanceOf(Outcome.Answered.class);
      way.hold("Query", NONE);

      var outcome = process.call(event);

      assertThat(outcome).isEqualTo(new Outcome.TimedOut());
      assertThat(process.isAlive()).isFalse();
      assertThat(functions.process("DeliveryFunction").call(event))
          .isInstanceOf(Outcome.Answered.class);
    }
  }

  @Test
  void anEntryWhoseCommitMeetsTheDeadlineStandsOnceAfterTheClientsRetry() throws Exception {
    var liveblog = Liveblogs.opened(stack.newsroom(), "Frist im Liveblog");
    var event = Samples.of(Samples.event("post-entry.json"), liveblog);
    try (var way = HeldDynamo.before(stack.parts().endpoints().dynamoDb());
        var process = functions.start("LiveblogsFunction", way.environment())) {
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
  void anEntryWhoseCommitTheDeadlineForestallsIsNowhereAndItsKeyIsTakenForAWhile()
      throws Exception {
    var liveblog = Liveblogs.opened(stack.newsroom(), "Frist davor im Liveblog");
    var event = Samples.of(Samples.event("post-entry.json"), liveblog);
    var other = functions.process("LiveblogsFunction");
    other.beginning();
    try (var way = HeldDynamo.before(stack.parts().endpoints().dynamoDb());
        var process = functions.start("LiveblogsFunction", way.environment())) {
      way.hold("TransactWriteItems", NONE);
      var late = process.begin(event);
      way.awaitHeld();
      process.timeOut();
      assertThat(late.join()).isEqualTo(new Outcome.TimedOut());
    }

    var again = Samples.answer(other.call(event));

    assertThat(again.path("statusCode").asInt()).as(again.toString()).isEqualTo(409);
    assertThat(liveblog.changes(stack.reader(), 0)).isEmpty();
  }

  @Test
  void aCallThatNeedsTooMuchMemoryIsAnErrorAndTheProcessEnds() throws Exception {
    var large = Samples.event("create-article.json").put("body", "x".repeat(4_000_000));
    large.withObject("/headers").remove("idempotency-key"); // Other tests use the sample with it.
    var event = Samples.bytes(large);
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
}
