package extrablatt.ingest;

import static extrablatt.ingest.Documents.article;
import static extrablatt.ingest.Documents.kill;
import static extrablatt.ingest.Documents.page;
import static extrablatt.ingest.Messages.event;
import static extrablatt.ingest.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.publishing.Status;
import extrablatt.testing.Faults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many deliver at the same time. */
final class ConcurrentDeliveriesTest {
  private static final String KEY = "publish/demo/faehre.json";
  private static final int MANY = 50;

  private final Pressroom room = new Pressroom();

  @RepeatedTest(5)
  void fiftyDropsOfOneDocumentAreOneArticle() throws InterruptedException {
    var dropped = drops(article("g", 1, "eins"));

    deliverAll(dropped);

    assertThat(room.articles()).hasSize(1);
    assertThat(room.revisions()).isEqualTo(1);
    assertThat(outcomes()).isEqualTo(Map.of(Outcome.ACCEPTED, 1L, Outcome.DUPLICATE, 49L));
  }

  @RepeatedTest(3)
  void alsoWithASlugOfItsOwn() throws InterruptedException {
    var dropped = drops("{\"guid\": \"g\", \"headline\": \"Neu\", \"slug\": \"die-faehre\"}");

    deliverAll(dropped);

    assertThat(room.articles()).hasSize(1);
    assertThat(outcomes()).isEqualTo(Map.of(Outcome.ACCEPTED, 1L, Outcome.DUPLICATE, 49L));
  }

  @RepeatedTest(3)
  void alsoWithItsTeasers() throws InterruptedException {
    var text = page("Fähre", "Erstes Bild.", "Zweites Bild.");
    var dropped = new ArrayList<Dropped>();
    for (int i = 0; i < MANY; i++) dropped.add(room.drop("publish/demo/faehre.txt", text));

    deliverAll(dropped);

    assertThat(room.articles()).hasSize(1);
    assertThat(room.teasers()).hasSize(2);
    assertThat(outcomes()).isEqualTo(Map.of(Outcome.ACCEPTED, 1L, Outcome.DUPLICATE, 49L));
  }

  @RepeatedTest(5)
  void fiftyDeliveriesOfOneObjectAreOneReceipt() throws InterruptedException {
    var dropped = room.drop(KEY, article("g", 1, "eins"));

    deliverAll(Collections.nCopies(MANY, dropped));

    assertThat(room.receipts()).singleElement().returns(Outcome.ACCEPTED, Receipt::outcome);
    assertThat(room.articles()).hasSize(1);
    assertThat(room.revisions()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void versionsAndKillsInAnyOrderAtOnceEndAsTheyDoOneByOne() throws InterruptedException {
    var documents = new ArrayList<String>();
    for (int version = 1; version <= 8; version++) {
      documents.add(article("g", version, "Fassung " + version));
      documents.add(article("g", version, "andere Fassung " + version));
    }
    documents.add(kill("g", 3, "Falsche Zahlen."));
    documents.add(kill("g", 5, "Falscher Name."));
    var oneByOne = new Pressroom();
    for (var document : documents) oneByOne.send(KEY, document);
    var dropped = new ArrayList<Dropped>();
    for (var document : documents) dropped.add(room.drop(KEY, document));
    Collections.shuffle(dropped, new Random(7));

    deliverAll(dropped);

    assertThat(State.lawful(room)).isEqualTo(State.lawful(oneByOne));
    assertThat(room.status()).isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void whoeverComesInBetweenAtAnyStepNothingIsLostOrDoubled() {
    for (var between : Between.values()) {
      for (int step = 1; step <= 20; step++) {
        var quiet = new Pressroom();
        var first = quiet.drop(KEY, article("g", 1, "eins"));
        quiet.deliver(first);
        between.happens(quiet);
        quiet.send(KEY, article("g", 3, "drei"));

        var busy = new Pressroom();
        busy.send(KEY, article("g", 1, "eins"));
        var at = step;
        var third = busy.drop(KEY, article("g", 3, "drei"));
        var faults =
            Faults.by(call -> {
              if (call == at) between.happens(busy);
              return null;
            });
        busy.ingestWith(faults).take(third, 1, false);
        if (faults.calls() < at) break;

        assertThat(State.lawful(busy))
            .as("%s before call %d", between, step)
            .isIn(State.lawful(quiet), State.lawful(after(between)));
        assertThat(busy.receipt(third).outcome())
            .isIn(Outcome.UPDATED, Outcome.DUPLICATE, Outcome.STALE);
      }
    }
  }

  /** What may come in between two deliveries of one document. */
  private enum Between {
    OLDER_VERSION,
    NEWER_VERSION,
    SAME_VERSION,
    KILL,
    EDITOR;

    void happens(Pressroom room) {
      switch (this) {
        case OLDER_VERSION -> room.send(KEY, article("g", 2, "zwei"));
        case NEWER_VERSION -> room.send(KEY, article("g", 4, "vier"));
        case SAME_VERSION -> room.send(KEY, article("g", 3, "drei"));
        case KILL -> room.send(KEY, kill("g", 2, "Falsch."));
        case EDITOR -> Editor.of(room).save(ArticleContent.titled("Von Hand"));
      }
    }
  }

  private static Pressroom after(Between between) {
    var room = new Pressroom();
    room.send(KEY, article("g", 1, "eins"));
    room.send(KEY, article("g", 3, "drei"));
    between.happens(room);
    return room;
  }

  private List<Dropped> drops(String document) {
    var dropped = new ArrayList<Dropped>();
    for (int i = 0; i < MANY; i++) dropped.add(room.drop(KEY, document));
    return dropped;
  }

  /** Everything at once; what fails for load is delivered again, as a queue does. */
  private void deliverAll(List<Dropped> dropped) throws InterruptedException {
    var function = new ArticleIngestFunction(room.ingest);
    Together.run(
        dropped.size(),
        number -> {
          var message = message("m" + number, 1, dropped.get(number));
          while (!function.handleRequest(event(message), null).getBatchItemFailures().isEmpty())
            message = message("m" + number, 2, dropped.get(number));
        });
  }

  private Map<Outcome, Long> outcomes() {
    return room.receipts().stream()
        .collect(Collectors.groupingBy(Receipt::outcome, Collectors.counting()));
  }
}
