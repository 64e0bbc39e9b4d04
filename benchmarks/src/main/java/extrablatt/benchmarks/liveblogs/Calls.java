package extrablatt.benchmarks.liveblogs;

import extrablatt.benchmarks.liveblogs.CachingProxy.Origin;
import extrablatt.http.Request;
import extrablatt.http.Response;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls the newsroom until it answers: what failed in passing again, and some calls twice. */
final class Calls {
  private static final int TRIES = 12;
  private static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(30);

  private final Origin newsroom;
  private final Turns turns;
  private final Chance chance;
  private final Counts counts;
  private final Counts faults;
  private final Findings findings;
  private final String name;
  private int keys;

  Calls(
      Origin newsroom,
      Turns turns,
      Chance chance,
      Counts counts,
      Counts faults,
      Findings findings,
      String name) {
    this.name = name;
    this.newsroom = newsroom;
    this.turns = turns;
    this.chance = chance;
    this.counts = counts;
    this.faults = faults;
    this.findings = findings;
  }

  /** One call; the answer, unless there is none or the newsroom is busy. */
  @Nullable Response once(Request request) {
    counts.add(request.routeKey());
    var answer = newsroom.answer(request);
    if (answer == null) {
      turns.pass(chance.upTo(GATEWAY_TIMEOUT));
      return null;
    }
    faults.add("editors answered " + answer.status());
    if (answer.status() >= 500 && answer.status() != 503)
      findings.add(answer.status() + " to " + request.routeKey() + " " + answer.body().text());
    findings.unless(
        answer.status() != 503 || answer.header("retry-after").isPresent(),
        "503 without Retry-After to " + request.routeKey());
    return answer.status() == 503 ? null : answer;
  }

  /** A call that does no harm when it is made again. */
  @Nullable Response again(Request request) {
    for (int tries = 1; tries <= TRIES; tries++) {
      var answer = once(request);
      if (answer != null) return answer;
      turns.pass(chance.upTo(Duration.ofSeconds(2L * tries)));
    }
    return null;
  }

  /**
   * A call under a key of its own until it is done or refused; some of them twice at once or once
   * more later.
   *
   * @param done told of every answer of 2xx
   */
  @Nullable Response underKey(Request request, Consumer<Response> done) {
    var keyed = request.withHeader("Idempotency-Key", name + "-" + keys++);
    if (chance.permille(60)) {
      faults.add("calls made twice at once");
      turns.enter(chance.upTo(Duration.ofMillis(60)), () -> repeat(keyed, done));
    }
    if (chance.permille(40)) {
      faults.add("calls made once more later");
      turns.enter(chance.upTo(Duration.ofMinutes(2)), () -> repeat(keyed, done));
    }
    for (int tries = 1; tries <= TRIES; tries++) {
      var answer = told(once(keyed), done);
      if (answer != null && !isInFlight(answer)) return answer;
      turns.pass(chance.upTo(Duration.ofSeconds(3L * tries)));
    }
    return null;
  }

  private void repeat(Request request, Consumer<Response> done) {
    told(once(request), done);
  }

  private @Nullable Response told(@Nullable Response answer, Consumer<Response> done) {
    if (answer == null) return null;
    if (answer.header("idempotent-replayed").isPresent()) faults.add("answers given once more");
    if (answer.isSuccess()) done.accept(answer);
    return answer;
  }

  private static boolean isInFlight(Response answer) {
    return answer.status() == 409 && answer.body().text().contains("Idempotency-Key");
  }
}
