package extrablatt.liveblogs;

import static extrablatt.liveblogs.Dropbox.entry;
import static extrablatt.liveblogs.Dropbox.kill;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Receipt;
import extrablatt.testing.Faults;
import extrablatt.testing.Killed;
import extrablatt.testing.Trouble;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deliveries of entries that are killed half way, refused, doubled, or many at once. */
final class TroubledEntriesTest {
  private static final int MANY = 50;

  /** What has been delivered before, and the document whose delivery is troubled. */
  enum Story {
    NEW(null, entry("g", 1, "eins")),
    WITH_A_TEASER(
        null,
        "{\"guid\": \"g\", \"body\": [{\"type\": \"videoTeaser\", \"teaser\": {\"title\": \"V\"}}]}"),
    CHANGED(entry("g", 1, "eins"), entry("g", 2, "zwei")),
    SAME(entry("g", 1, "eins"), entry("g", 1, "eins")),
    NEWER_DUPLICATE(entry("g", 1, "eins"), entry("g", 2, "eins")),
    OLDER(entry("g", 2, "zwei"), entry("g", 1, "eins")),
    KILL(entry("g", 1, "eins"), kill("g", 2, "Falsch.")),
    KILL_BEFORE(null, kill("g", 2, "Falsch.")),
    AFTER_ITS_KILL(kill("g", 2, "Falsch."), entry("g", 3, "drei")),
    REJECTED(null, "{\"guid\": \"g\"}");

    private final @Nullable String before;
    private final String document;

    Story(@Nullable String before, String document) {
      this.before = before;
      this.document = document;
    }

    Dropped begin(Dropbox box) {
      if (before != null) box.send(before);
      return box.drop(document);
    }
  }

  @ParameterizedTest
  @EnumSource(Story.class)
  void aTroubleAtAnyStepIsHealedByTheNextDelivery(Story story) {
    var calm = new Dropbox();
    calm.deliver(story.begin(calm));
    var kinds =
        List.of(
            Trouble.KILLED_BEFORE, Trouble.KILLED_AFTER, Trouble.BUSY_BEFORE, Trouble.BUSY_AFTER);

    for (var trouble : kinds) {
      for (int step = 1; step <= steps(story); step++) {
        var box = new Dropbox();
        var dropped = story.begin(box);

        var taken = isTaken(box.ingestWith(Faults.at(step, trouble)), dropped, 1);
        if (!taken) assertThat(isTaken(box.ingest, dropped, 2)).isTrue();
        assertThat(isTaken(box.ingest, dropped, 3)).isTrue();

        assertThat(box.whole()).as("%s at call %d", trouble, step).isEqualTo(calm.whole());
      }
    }
  }

  @Test
  void oneBadMessageDoesNotHoldBackItsBatch() {
    var box = new Dropbox();
    var good = box.drop(entry("g", 1, "Tor"));

    var failures =
        new EntryIngestFunction(box.ingest)
            .handleRequest(
                event(message("bad", 1, "kein JSON"), message("good", 1, body(good))), null)
            .getBatchItemFailures();

    assertThat(failures).extracting(failure -> failure.getItemIdentifier()).containsExactly("bad");
    assertThat(box.read()).hasSize(1);
  }

  @Test
  void whatIsGivenUpGetsItsReceiptFromTheDeadLettersAndCanBeReplayed() {
    var box = new Dropbox();
    var dropped = box.drop(entry("g", 1, "Tor"));

    new EntryDeadLetterFunction(box.ingest)
        .handleRequest(event(message("m", 6, body(dropped))), null);

    assertThat(box.receipt(dropped))
        .returns(Outcome.FAILED, Receipt::outcome)
        .returns("demo", Receipt::provider)
        .returns(6, Receipt::attempts);
    assertThat(box.ingest.take(dropped, 1, true).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @RepeatedTest(5)
  void fiftyDropsOfOneDocumentAreOneEntry() throws Exception {
    var box = new Dropbox();
    var dropped = new ArrayList<Dropped>();
    for (int i = 0; i < MANY; i++) dropped.add(box.drop(entry("g", 1, "Tor")));

    deliverAll(box, dropped);

    assertThat(box.read()).hasSize(1);
    assertThat(box.headSeq()).isEqualTo(1);
    assertThat(outcomes(box)).isEqualTo(Map.of(Outcome.ACCEPTED, 1L, Outcome.DUPLICATE, 49L));
  }

  @RepeatedTest(5)
  void fiftyDeliveriesOfOneObjectAreOneReceipt() throws Exception {
    var box = new Dropbox();

    deliverAll(box, Collections.nCopies(MANY, box.drop(entry("g", 1, "Tor"))));

    assertThat(box.receipts()).singleElement().returns(Outcome.ACCEPTED, Receipt::outcome);
    assertThat(box.headSeq()).isEqualTo(1);
  }

  @RepeatedTest(3)
  void fiftyEntriesAtOnceTakeFiftyNumbers() throws Exception {
    var box = new Dropbox();
    var dropped = new ArrayList<Dropped>();
    for (int i = 0; i < MANY; i++) dropped.add(box.drop(entry("g" + i, 1, "Tor " + i)));

    deliverAll(box, dropped);

    assertThat(box.headSeq()).isEqualTo(MANY);
    assertThat(outcomes(box)).isEqualTo(Map.of(Outcome.ACCEPTED, 50L));
  }

  @RepeatedTest(5)
  void versionsInAnyOrderAtOnceEndAsTheyDoOneByOne() throws Exception {
    var oneByOne = new Dropbox();
    var box = new Dropbox();
    var dropped = new ArrayList<Dropped>();
    for (int version = 1; version <= 8; version++) {
      for (var text : List.of("so ", "anders ")) {
        oneByOne.send(entry("g", version, text + version));
        dropped.add(box.drop(entry("g", version, text + version)));
      }
    }
    Collections.shuffle(dropped, new Random(7));

    deliverAll(box, dropped);

    assertThat(box.lawful()).isEqualTo(oneByOne.lawful());
  }

  @Test
  void whoeverComesInBetweenAtAnyStepNothingIsLostOrDoubled() {
    for (var between : List.of(entry("g", 2, "zwei"), entry("g", 4, "vier"), kill("g", 2, "x"))) {
      var expected = new Dropbox();
      List.of(entry("g", 1, "eins"), entry("g", 3, "drei"), between).forEach(expected::send);
      for (int step = 1; step <= 30; step++) {
        var box = new Dropbox();
        box.send(entry("g", 1, "eins"));
        var third = box.drop(entry("g", 3, "drei"));
        var at = step;
        var faults =
            Faults.by(call -> {
              if (call == at) box.send(between);
              return null;
            });

        box.ingestWith(faults).take(third, 1, false);

        if (faults.calls() < at) break;
        assertThat(box.lawful())
            .as("%s before call %d", between, step)
            .isEqualTo(expected.lawful());
      }
    }
  }

  private static int steps(Story story) {
    var box = new Dropbox();
    var faults = Faults.none();
    box.ingestWith(faults).take(story.begin(box), 1, false);
    assertThat(faults.calls()).isGreaterThan(2);
    return faults.calls();
  }

  /** Whether the function says so; a process that is killed says nothing. */
  private static boolean isTaken(Ingest ingest, Dropped dropped, int deliveries) {
    try {
      return new EntryIngestFunction(ingest)
          .handleRequest(event(message("m", deliveries, body(dropped))), null)
          .getBatchItemFailures()
          .isEmpty();
    } catch (Killed killed) {
      return false;
    }
  }

  /** Everything at once; what fails for load is delivered again, as a queue does. */
  private static void deliverAll(Dropbox box, List<Dropped> dropped) throws Exception {
    try (var consumers = Executors.newFixedThreadPool(8)) {
      var calls = new ArrayList<Callable<Boolean>>();
      for (var each : dropped)
        calls.add(() -> {
          int deliveries = 1;
          while (!isTaken(box.ingest, each, deliveries)) deliveries++;
          return true;
        });
      for (var call : consumers.invokeAll(calls)) assertThat(call.get()).isTrue();
    }
  }

  private static Map<Outcome, Long> outcomes(Dropbox box) {
    return box.receipts().stream()
        .collect(Collectors.groupingBy(Receipt::outcome, Collectors.counting()));
  }

  private static SQSEvent event(SQSMessage... messages) {
    var event = new SQSEvent();
    event.setRecords(List.of(messages));
    return event;
  }

  private static SQSMessage message(String id, int deliveries, String body) {
    var message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    message.setAttributes(Map.of("ApproximateReceiveCount", String.valueOf(deliveries)));
    return message;
  }

  private static String body(Dropped dropped) {
    return """
    {"Records":[{"eventTime":"%s","eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"drop"},\
    "object":{"key":"%s","versionId":"%s","sequencer":"%s"}}}]}\
    """
        .formatted(dropped.receivedAt(), dropped.key(), dropped.version(), dropped.sequencer());
  }
}
