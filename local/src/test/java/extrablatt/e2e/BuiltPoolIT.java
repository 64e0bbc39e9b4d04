package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.runtime.LambdaProcess;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four processes of one function at once on the same stores. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client runs on Linux alone")
@ExtendWith({OneStack.class, OneBuild.class})
final class BuiltPoolIT {
  private static final int PROCESSES = 4;
  private static final int POSTS = 40;

  /** How often a client tries again that was told to come later. */
  private static final int MOST_TRIES = 20;

  private final Stack stack;
  private final BuiltFunctions functions;

  BuiltPoolIT(Stack stack, BuiltFunctions functions) {
    this.stack = stack;
    this.functions = functions;
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
}
