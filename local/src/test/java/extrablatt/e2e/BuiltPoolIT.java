package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import extrablatt.runtime.LambdaProcess;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four processes of one function at once on the same stores. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client runs on Linux alone")
@ExtendWith(OneBuild.class)
final class BuiltPoolIT {
  private static final int PROCESSES = 4;
  private static final int POSTS = 40;

  /** How often a client tries again that was told to come later. */
  private static final int MOST_TRIES = 20;

  private static final String INGEST = "ArticleIngestFunction";

  private final Stack stack;
  private final BuiltFunctions functions;
  private final Poller poller;

  BuiltPoolIT(QuietBuild build) {
    stack = build.stack();
    functions = build.functions();
    poller = build.ingest();
  }

  @Test
  void entriesPostedAtOnceAreNumberedWithoutAGapAndStandOnce() throws Exception {
    var liveblog = Liveblogs.opened(stack.newsroom(), "Vier Schreibtische");
    var headlines = IntStream.range(0, POSTS).mapToObj(number -> "Eintrag " + number).toList();

    try (var pool = BuiltPool.start(functions, "LiveblogsFunction", PROCESSES)) {
      pool.share(headlines, (process, headline) -> post(process, liveblog, headline));
    }

    var changes = liveblog.changes(stack.reader(), 0);
    assertThat(changes)
        .extracting(change -> change.path("seq").asLong())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, POSTS).boxed().toList());
    assertThat(changes)
        .extracting(change -> change.at("/entry/headline").asText())
        .containsExactlyInAnyOrderElementsOf(headlines);
  }

  /** Posts as a client does: told to come later, it comes again with the same key. */
  private static void post(LambdaProcess process, Liveblogs liveblog, String headline)
      throws Exception {
    var event = Samples.event("post-entry.json");
    event.put("body", Articles.read("{}").put("headline", headline).toString());
    event.withObject("/headers").put("idempotency-key", headline.replace(' ', '-'));
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      var answer = Samples.answer(process.call(Samples.of(event, liveblog)));
      if (answer.path("statusCode").asInt() == 201) return;
      assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(503);
    }
    throw new AssertionError(headline + " was put off for ever");
  }

  @Test
  void oneDropDeliveredToAllOfThemAtOnceIsOneArticle() throws Exception {
    var key = "publish/laufzeit/viermal.txt";
    stack.drops().drop(key, "Viermal zugestellt\n\nEin Absatz.");
    var message = poller.next();

    try (var pool = BuiltPool.start(functions, INGEST, PROCESSES)) {
      pool.each(message, (process, it) -> poller.deliver(it, process).join());
      assertThat(poller.deliver(message, pool.processes().getFirst()).join()).isTrue();
    }

    assertThat(stack.drops().receipts("key", key))
        .singleElement()
        .extracting(receipt -> receipt.path("outcome").asText())
        .isEqualTo("accepted");
    assertThat(articles("Viermal zugestellt"))
        .singleElement()
        .extracting(article -> article.path("revision").asInt())
        .isEqualTo(1);
  }

  private List<JsonNode> articles(String headline) {
    return DropBucket.items(stack.newsroom(), "/newsroom/articles").stream()
        .filter(article -> article.path("headline").asText().equals(headline))
        .toList();
  }
}
