package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.KeptAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdempotencyTest {
  private static final Request POST =
      Request.of("POST /newsroom/articles", "/newsroom/articles")
          .as(Claims.of(Map.of("client_id", "cms")))
          .withBody(Bytes.utf8("{}"));
  private static final Request KEYED = POST.withHeader("Idempotency-Key", "k1");

  private final Time time = new Time();
  private final KeysInMemory keys = new KeysInMemory();
  private final Idempotency idempotency = new Idempotency(keys, time, Duration.ofSeconds(30));
  private final List<@Nullable KeptAnswer> commits = new ArrayList<>();
  private int calls;

  private static final class Time extends Clock {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** Creates something, and the commit carries the answer. */
  private Response create(Request request, Completion completion) {
    calls++;
    var response =
        Response.json(201, Bytes.utf8("{\"n\":" + calls + "}"))
            .with("Location", "/newsroom/articles/" + calls)
            .with("ETag", "\"v1\"");
    var answer = completion.answer(response);
    commits.add(answer);
    if (answer != null) keys.commit(answer);
    return response;
  }

  private Response call(Request request) {
    return idempotency.around(this::create).handle(request);
  }

  @Test
  void repeatedCallGetsTheFirstAnswerAgain() {
    var first = call(KEYED);
    time.now = time.now.plus(Duration.ofHours(23));

    var again = call(KEYED);

    assertThat(calls).isEqualTo(1);
    assertThat(again).isEqualTo(first.with("Idempotent-Replayed", "true"));
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(keys.finished).isZero();
  }

  @Test
  void aBodyThatIsTooLargeIsSaidToBeSoEvenWithAKeyThatWasUsed() {
    call(KEYED);
    var large = Bytes.of(new byte[Content.JSON_BYTES + 1]);

    assertThatThrownBy(
            () -> call(KEYED.withHeader("Content-Type", "application/json").withBody(large)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.problem().type()).isEqualTo(ProblemType.TOO_LARGE));
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void answerIsForgottenAfterADay() {
    call(KEYED);
    time.now = time.now.plus(Duration.ofHours(24));

    call(KEYED);

    assertThat(calls).isEqualTo(2);
  }

  @Test
  void withoutAKeyEveryCallCounts() {
    call(POST);
    call(POST);

    assertThat(calls).isEqualTo(2);
    assertThat(commits).containsExactly(null, null);
  }

  @Test
  void anotherBodyIsRefused() {
    call(KEYED);

    assertRefused(422, KEYED.withBody(Bytes.utf8("{ }")));
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void keysOfOtherCallersPathsAndQueriesAreOthers() {
    call(KEYED);
    call(KEYED.as(Claims.of(Map.of("client_id", "desk"))));
    call(KEYED.withQuery("publish=true"));
    call(
        Request.of("POST /newsroom/check", "/newsroom/check")
            .as(Claims.of(Map.of("client_id", "cms")))
            .withBody(POST.body())
            .withHeader("Idempotency-Key", "k1"));

    assertThat(calls).isEqualTo(4);
  }

  @Test
  void sameKeyInFlightIsAConflict() {
    var inside =
        idempotency.around((request, completion) -> {
          assertRefused(409, KEYED);
          return create(request, completion);
        });

    assertThat(inside.handle(KEYED).status()).isEqualTo(201);
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void refusedCallGivesItsKeyBack() {
    var refusing =
        idempotency.around((request, completion) -> {
          throw Refusal.conflict("Taken.");
        });

    assertThatThrownBy(() -> refusing.handle(KEYED)).hasMessage("Taken.");

    assertThat(call(KEYED).header("Idempotent-Replayed")).isEmpty();
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void answerThatIsNoSuccessGivesTheKeyBackToo() {
    idempotency.around((request, completion) -> Response.of(409)).handle(KEYED);

    assertThat(call(KEYED).status()).isEqualTo(201);
  }

  @Test
  void refusalIsTheAnswerEvenIfTheKeyCannotBeGivenBack() {
    keys.busy = true;
    var refusing =
        idempotency.around((request, completion) -> {
          throw Refusal.conflict("Taken.");
        });

    assertThatThrownBy(() -> refusing.handle(KEYED)).hasMessage("Taken.");
    assertRefused(409, KEYED);

    time.now = time.now.plusSeconds(30);
    assertThat(call(KEYED).status()).isEqualTo(201);
  }

  @Test
  void successThatNoCommitCarriesIsKeptByItself() {
    var unchanged =
        idempotency.around((request, completion) -> {
          calls++;
          return Response.json(200, Bytes.utf8("{}"));
        });

    unchanged.handle(KEYED);
    var again = unchanged.handle(KEYED);

    assertThat(calls).isEqualTo(1);
    assertThat(keys.finished).isEqualTo(1);
    assertThat(again.header("Idempotent-Replayed")).contains("true");
  }

  @Test
  void onlyTheAnswerOfTheLastTryCounts() {
    var twice =
        idempotency.around((request, completion) -> {
          var lost = completion.answer(Response.of(200).with("ETag", "\"v1\""));
          assertThat(lost).isNotNull();
          return create(request, completion);
        });

    twice.handle(KEYED);

    assertThat(keys.finished).isZero();
    assertThat(call(KEYED).header("Location")).contains("/newsroom/articles/1");
  }

  @Test
  void answerOfTheCommitStandsAlsoIfTheCallThenAnswersABitOtherwise() {
    var first =
        idempotency
            .around((request, completion) -> create(request, completion).with("Age", "1"))
            .handle(KEYED);

    assertThat(first.header("Age")).contains("1");
    assertThat(call(KEYED).headers())
        .doesNotContainKey("Age")
        .containsEntry("Idempotent-Replayed", "true");
  }

  @Test
  void crashLeavesALeaseOnly() {
    var crashing =
        idempotency.around((request, completion) -> {
          throw new StackOverflowError("the process is gone");
        });

    assertThatThrownBy(() -> crashing.handle(KEYED)).isInstanceOf(Error.class);

    time.now = time.now.plusMillis(29_999);
    assertRefused(409, KEYED);
    time.now = time.now.plusMillis(1);
    assertThat(call(KEYED).status()).isEqualTo(201);
  }

  @Test
  void longestKeyIsTaken() {
    call(POST.withHeader("Idempotency-Key", "~".repeat(255)));

    assertThat(calls).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ä", "a\tb"})
  void keyThatIsNotVisibleAsciiIsRefused(String key) {
    assertRefused(400, POST.withHeader("Idempotency-Key", key));
  }

  @Test
  void keyThatIsTooLongIsRefused() {
    assertRefused(400, POST.withHeader("Idempotency-Key", "a".repeat(256)));
  }

  private void assertRefused(int status, Request request) {
    assertThatThrownBy(() -> call(request))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.problem().type().status()).isEqualTo(status));
  }
}
