package extrablatt.local.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RhythmTest {
  @Test
  void aCallNeverOverlapsWithTheOneBefore() throws Exception {
    var began = new Semaphore(0);
    var mayEnd = new Semaphore(0);
    Rhythm.Call call =
        () -> {
          began.release();
          mayEnd.acquire();
        };
    try (var rhythm = Rhythm.start("F", Duration.ofMillis(1), call)) {
      began.acquire();

      boolean overlapped = began.tryAcquire(100, TimeUnit.MILLISECONDS);
      mayEnd.release();
      boolean wentOn = began.tryAcquire(20, TimeUnit.SECONDS);
      mayEnd.release(1_000_000);

      assertThat(rhythm).isNotNull();
      assertThat(overlapped).isFalse();
      assertThat(wentOn).isTrue();
    }
  }

  @Test
  void afterAnErrorTheNextCallComes() throws Exception {
    var calls = new CountDownLatch(3);
    Rhythm.Call call =
        () -> {
          calls.countDown();
          throw new IllegalStateException("broken");
        };
    try (var rhythm = Rhythm.start("F", Duration.ofMillis(1), call)) {
      assertThat(rhythm).isNotNull();
      assertThat(calls.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closedItCallsNoMore() throws Exception {
    var calls = new AtomicInteger();
    var first = new CountDownLatch(1);
    var rhythm =
        Rhythm.start(
            "F",
            Duration.ofMillis(1),
            () -> {
              calls.incrementAndGet();
              first.countDown();
            });
    first.await();

    rhythm.close();
    int atTheEnd = calls.get();

    assertThat(new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(calls).hasValue(atTheEnd);
  }

  @ParameterizedTest
  @CsvSource({
    "rate(1 minute), PT1S",
    "rate(5 minutes), PT5S",
    "rate(1 hour), PT1H",
    "rate(2 days), PT48H"
  })
  void aRateOfMinutesRunsInSeconds(String expression, Duration period) {
    assertThat(Rate.of(expression)).hasValue(period);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cron(0 12 * * ? *)", "rate(0 minutes)", "rate(1 week)", "at(2027-01-01)"})
  void whatIsNoRateIsNotRun(String expression) {
    assertThat(Rate.of(expression)).isEmpty();
  }
}
