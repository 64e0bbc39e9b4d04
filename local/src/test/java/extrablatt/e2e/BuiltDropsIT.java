package extrablatt.e2e;

import static extrablatt.e2e.HeldDynamo.Effect.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of drops when the built function fails, as docs/failures.md tells it: each is done
 * once in the end.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client runs on Linux alone")
@ExtendWith(OneBuild.class)
final class BuiltDropsIT {
  private static final String INGEST = "ArticleIngestFunction";
  private static final int PROCESSES = 4;

  /** Enough for any start and too little for what a test then sends. */
  private static final int SMALL_HEAP = 20;

  private final Stack stack;
  private final BuiltFunctions functions;
  private final Poller poller;

  BuiltDropsIT(QuietBuild build) {
    stack = build.stack();
    functions = build.functions();
    poller = build.ingest();
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

  @ParameterizedTest
  @CsvSource({"NONE, vorher", "WHOLE, nachher"})
  void aDropWhoseCommitMeetsTheDeadlineIsDoneOnce(HeldDynamo.Effect effect, String name)
      throws Exception {
    var headline = "Frist " + name;
    stack.drops().drop("publish/laufzeit/" + name + ".txt", headline + "\n\nEin Absatz.");
    var message = poller.next();
    try (var way = HeldDynamo.before(stack.parts().endpoints().dynamoDb());
        var process = functions.start(INGEST, way.environment())) {
      way.hold("TransactWriteItems", effect);
      var late = poller.deliver(message, process);
      way.awaitHeld();
      process.timeOut();
      assertThat(late.join()).isFalse();
    }
    assertThat(articles(headline)).hasSize(effect == WHOLE ? 1 : 0);

    var taken = poller.deliver(poller.again(message), functions.process(INGEST)).join();

    assertThat(taken).isTrue();
    assertThat(receipts(name)).containsExactly("accepted");
    assertThat(articles(headline)).hasSize(1);
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
    assertThat(articles(headline)).hasSize(1);
  }

  @Test
  void oneDropDeliveredToManyProcessesAtOnceIsOneArticle() throws Exception {
    stack.drops().drop("publish/laufzeit/viermal.txt", "Viermal zugestellt\n\nEin Absatz.");
    var message = poller.next();

    try (var pool = BuiltPool.start(functions, INGEST, PROCESSES)) {
      pool.each(message, (process, it) -> poller.deliver(it, process).join());
    }
    var taken = poller.deliver(message, functions.process(INGEST)).join();

    assertThat(taken).isTrue();
    assertThat(receipts("viermal")).containsExactly("accepted");
    assertThat(articles("Viermal zugestellt"))
        .singleElement()
        .extracting(article -> article.path("revision").asInt())
        .isEqualTo(1);
  }

  /** What the receipts of a dropped text say. */
  private List<String> receipts(String name) {
    return stack.drops().receipts("key", "publish/laufzeit/" + name + ".txt").stream()
        .map(receipt -> receipt.path("outcome").asText())
        .toList();
  }

  private List<JsonNode> articles(String headline) {
    return DropBucket.items(stack.newsroom(), "/newsroom/articles").stream()
        .filter(article -> article.path("headline").asText().equals(headline))
        .toList();
  }
}
