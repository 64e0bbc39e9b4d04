package extrablatt.testing;

import static extrablatt.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.IdempotencyKey;
import extrablatt.domain.publishing.IdempotencyStore;
import extrablatt.domain.publishing.IdempotencyStore.Beginning;
import extrablatt.domain.publishing.KeptAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link IdempotencyStore} obeys. */
public abstract class IdempotencyStoreContract {
  private static final IdempotencyKey KEY = new IdempotencyKey("desk POST /articles", "key");
  private static final Instant LEASE = NOON.plusSeconds(60);
  private static final Instant TOMORROW = NOON.plusSeconds(86_400);

  private IdempotencyStore store;

  /** Empty stores. */
  protected abstract Stores stores();

  @BeforeEach
  void open() {
    store = stores().idempotency();
  }

  @Test
  void aCallThatWasAnsweredIsAnsweredAgain() {
    finish(fresh(NOON), "answer");

    assertThat(begin(NOON)).isEqualTo(new Beginning.Answered(Bytes.utf8("answer")));
  }

  @Test
  void aLongAnswerComesBack() {
    var noise = new byte[600_000];
    new Random(1).nextBytes(noise);

    store.finish(new KeptAnswer(KEY, fresh(NOON), Bytes.of(noise), TOMORROW));

    assertThat(begin(NOON)).isEqualTo(new Beginning.Answered(Bytes.of(noise)));
  }

  @Test
  void anotherBodyIsToldApart() {
    finish(fresh(NOON), "answer");

    assertThat(store.begin(KEY, "other", NOON, LEASE)).isEqualTo(new Beginning.OtherBody());
  }

  @Test
  void theSameCallIsNotWorkedOnTwiceAtOnce() throws Exception {
    var calls = new ArrayList<Callable<Beginning>>();
    for (int i = 0; i < 8; i++) calls.add(() -> begin(NOON));

    var beginnings = new ArrayList<Beginning>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : threads.invokeAll(calls)) beginnings.add(call.get());
    }

    assertThat(beginnings).filteredOn(Beginning.Fresh.class::isInstance).hasSize(1);
    assertThat(beginnings).filteredOn(Beginning.InFlight.class::isInstance).hasSize(7);
  }

  @Test
  void aCallThatDiedCountsAsAbsentAfterItsLease() {
    var died = fresh(NOON);

    assertThat(begin(LEASE.minusNanos(1))).isEqualTo(new Beginning.InFlight());
    var successor = store.begin(KEY, "fingerprint", LEASE, LEASE.plusSeconds(60));
    assertThat(successor).isInstanceOf(Beginning.Fresh.class);
    finish(died, "too late");
    assertThat(begin(LEASE)).isEqualTo(new Beginning.InFlight());
  }

  @Test
  void anAnswerPastItsTimeCountsAsAbsent() {
    finish(fresh(NOON), "answer");

    assertThat(begin(TOMORROW.minusNanos(1))).isInstanceOf(Beginning.Answered.class);
    assertThat(begin(TOMORROW)).isInstanceOf(Beginning.Fresh.class);
  }

  @Test
  void aRefusedCallGivesItsKeyBack() {
    store.abandon(KEY, fresh(NOON));

    assertThat(begin(NOON)).isInstanceOf(Beginning.Fresh.class);
  }

  @Test
  void anAnswerIsNotGivenBack() {
    var token = fresh(NOON);
    finish(token, "answer");

    store.abandon(KEY, token);

    assertThat(begin(NOON)).isInstanceOf(Beginning.Answered.class);
  }

  @Test
  void keysOfDifferentScopesDoNotMeet() {
    fresh(NOON);
    var longScope = "desk POST /articles?provider=" + "x".repeat(3000);

    assertThat(store.begin(new IdempotencyKey("desk POST", "/articles#key"), "f", NOON, LEASE))
        .isInstanceOf(Beginning.Fresh.class);
    assertThat(store.begin(new IdempotencyKey(longScope, "key"), "f", NOON, LEASE))
        .isInstanceOf(Beginning.Fresh.class);
    assertThat(store.begin(new IdempotencyKey(longScope, "key"), "f", NOON, LEASE))
        .isInstanceOf(Beginning.InFlight.class);
  }

  private String fresh(Instant now) {
    return ((Beginning.Fresh) begin(now)).token();
  }

  private Beginning begin(Instant now) {
    return store.begin(KEY, "fingerprint", now, now.plusSeconds(60));
  }

  private void finish(String token, String answer) {
    store.finish(new KeptAnswer(KEY, token, Bytes.utf8(answer), TOMORROW));
  }
}
