package extrablatt.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.media.UploadKind;
import extrablatt.testing.Faults;
import extrablatt.testing.Killed;
import extrablatt.testing.Trouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One object that holds several documents: one receipt, with a line for each. */
final class SeveralDocumentsTest {
  private static final String KEY = "publish/demo/nord.rss";

  private final Pressroom room = new Pressroom();

  @Test
  void eachEntryIsAnArticleByItself() {
    var receipt = room.send(KEY, feed(item("a", "Eins"), item("b", "Zwei")));

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(receipt.format()).isEqualTo("feed");
    assertThat(receipt.problem()).isNull();
    assertThat(receipt.documents()).extracting(Receipt.Line::guid).containsExactly("a", "b");
    assertThat(receipt.documents())
        .allSatisfy(line -> {
          assertThat(line.outcome()).isEqualTo(Outcome.ACCEPTED);
          assertThat(line.revision()).isEqualTo(1);
          assertThat(line.product()).isInstanceOf(Product.OfArticle.class);
        });
    assertThat(room.articles()).hasSize(2);
    assertThat(room.receipts()).containsExactly(receipt);
  }

  @Test
  void whatIsNewInAFeedIsUpdatedAndTheRestIsADuplicate() {
    room.send(KEY, feed(item("a", "Eins"), item("b", "Zwei")));

    var receipt =
        room.send(KEY, feed(item("a", "Eins"), item("b", "Zwei, neu"), item("c", "Drei")));

    assertThat(outcomes(receipt))
        .containsExactly(Outcome.DUPLICATE, Outcome.UPDATED, Outcome.ACCEPTED);
    assertThat(receipt.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(room.articles()).hasSize(3);
  }

  @Test
  void oneBadEntryIsToldAndTheOthersAreTaken() {
    var dropped = room.drop(KEY, feed(item("a", "Eins"), "<item><title>Zwei</title></item>"));

    var receipt = room.deliver(dropped);

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(outcomes(receipt)).containsExactly(Outcome.ACCEPTED, Outcome.REJECTED);
    assertThat(receipt.documents().get(1).faults()).isNotEmpty();
    var problem = receipt.problem();
    assertThat(problem).isNotNull();
    assertThat(problem == null ? "" : problem.detail())
        .isEqualTo("1 of 2 documents were not taken.");
    assertThat(room.articles()).hasSize(1);
    assertThat(room.receipts()).hasSize(1);
  }

  @Test
  void aRedeliveryChangesNothing() {
    var dropped = room.drop(KEY, feed(item("a", "Eins"), item("b", "Zwei")));
    var first = room.deliver(dropped);

    assertThat(room.deliver(dropped)).isEqualTo(first);
    assertThat(room.articles()).hasSize(2);
  }

  /** Killed at each of its calls and delivered again: the same articles, and one receipt. */
  @Test
  void afterACrashTheRestFollows() {
    var feed = feed(item("a", "Eins"), item("b", "Zwei"), item("c", "Drei"));
    var counting = Faults.none();
    var first = new Pressroom();
    first.ingestWith(counting).take(first.drop(KEY, feed), 1, false);
    assertThat(counting.calls()).isGreaterThan(10);

    for (int call = 1; call <= counting.calls(); call++) {
      for (var trouble : List.of(Trouble.KILLED_BEFORE, Trouble.KILLED_AFTER)) {
        var pressroom = new Pressroom();
        var dropped = pressroom.drop(KEY, feed);
        var faulty = pressroom.ingestWith(Faults.at(call, trouble));
        assertThatThrownBy(() -> faulty.take(dropped, 1, false)).isInstanceOf(Killed.class);

        var receipt = pressroom.ingest.take(dropped, 2, false);

        assertThat(outcomes(receipt)).hasSize(3).containsOnly(Outcome.ACCEPTED);
        assertThat(pressroom.articles()).hasSize(3);
        assertThat(pressroom.receipts()).containsExactly(receipt);
      }
    }
  }

  @Test
  void picturesInAnArchiveAreSentTheWayOfUploads() {
    var archive = Archives.zip("a.md", "# A\n\n![Deich](deich.jpg)", "deich.jpg", "Bild");

    var receipt = room.deliver(room.drop("publish/demo/a.zip", archive, Map.of()));

    assertThat(outcomes(receipt)).containsExactly(Outcome.ACCEPTED);
    var key = room.stores.drops().uploads().keySet().iterator().next();
    assertThat(room.stores.drops().uploads()).containsOnlyKeys(key);
    var id = key.substring("uploads/".length(), key.lastIndexOf('/'));
    assertThat(room.stores.uploads().find(id))
        .hasValueSatisfying(upload -> {
          assertThat(upload.kind()).isEqualTo(UploadKind.IMAGE);
          assertThat(upload.key()).isEqualTo(key);
          assertThat(upload.size()).isEqualTo(4);
          assertThat(upload.announcedBy()).isEqualTo("demo");
        });
    assertThat(room.head()).contains("\"url\":\"/media/" + id + "/deich.jpg\"");
    var again = room.deliver(room.drop("publish/demo/a.zip", archive, Map.of()));
    assertThat(outcomes(again)).containsExactly(Outcome.DUPLICATE);
  }

  @Test
  void whereAnotherContentOfTheSameVersionWinsTheLineSaysSo() {
    var one = room.drop("publish/demo/eins.atom", atom("Eins"));
    var other = room.drop("publish/demo/zwei.atom", atom("Zwei"));

    room.deliver(one);
    room.deliver(other);

    var both = List.of(room.receipt(one), room.receipt(other));
    assertThat(both).extracting(Receipt::outcome).contains(Outcome.CONFLICT);
    assertThat(both)
        .allSatisfy(receipt -> assertThat(outcomes(receipt)).containsExactly(receipt.outcome()));
    assertThat(both).extracting(Receipt::outcome).containsAnyOf(Outcome.ACCEPTED, Outcome.UPDATED);
  }

  @Test
  void anEntryOfAFeedIsTheDocumentThatCameAlone() {
    room.send(KEY, feed(item("urn:x:1", "Eins")));

    var alone = room.send("publish/demo/a.md", "---\nguid: urn:x:1\ntitle: Neu\n---\n\nText.");

    assertThat(alone.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(room.articles()).hasSize(1);
  }

  @Test
  void whatWasRefusedIsTriedAgainWhenSomebodyAsksForIt() {
    room.send("publish/demo/belegt.md", "---\nslug: belegt\ntitle: Da\n---\n\nText.");
    var dropped =
        room.drop(
            "publish/demo/zwei.zip",
            Archives.zip(
                "eins.md", "---\ntitle: Eins\n---\n\nText.",
                "zwei.md", "---\nslug: belegt\ntitle: Zwei\n---\n\nText."),
            Map.of());
    var refused = room.deliver(dropped);

    var again = room.ingest.take(dropped, 1, true);

    assertThat(outcomes(refused)).containsExactly(Outcome.ACCEPTED, Outcome.REJECTED);
    assertThat(outcomes(again)).containsExactly(Outcome.ACCEPTED, Outcome.REJECTED);
    assertThat(again.attempts()).isGreaterThan(refused.attempts());
    assertThat(refused.documents().get(0).guid()).isEqualTo("publish/demo/zwei.zip#eins.md");
  }

  @Test
  void nothingIsOutOfReachOfAKill() {
    room.send("publish/demo/eins.atom", atom("Eins"));

    var receipt =
        room.send(
            "publish/demo/weg.atom",
            "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='http://purl.org/atompub/tombstones/1.0'>"
                + "<at:deleted-entry ref='urn:x:atom' when='2026-11-21T10:00:00Z'/></feed>");

    assertThat(outcomes(receipt)).containsExactly(Outcome.WITHDRAWN);
    assertThat(room.read()).startsWith("withdrawn");
  }

  @Test
  void drillsOfInfrastructureAreNoFaultsOfTheFeed() {
    var dropped = room.drop(KEY, feed(item("a", "Eins")));

    assertThatThrownBy(
            () -> room.ingestWith(Faults.at(9, Trouble.KILLED_BEFORE)).take(dropped, 1, false))
        .isInstanceOf(Killed.class);
    assertThat(room.ingest.fail(dropped, 1).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(room.ingest.take(dropped, 2, false).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(room.articles()).hasSize(1);
  }

  private static List<Outcome> outcomes(Receipt receipt) {
    return receipt.documents().stream().map(Receipt.Line::outcome).toList();
  }

  private static String feed(String... items) {
    return "<rss version='2.0'><channel><title>Nord</title>%s</channel></rss>"
        .formatted(String.join("", items));
  }

  private static String item(String guid, String title) {
    return "<item><guid>%s</guid><title>%s</title><description>Text.</description></item>"
        .formatted(guid, title);
  }

  private static String atom(String title) {
    return """
    <feed xmlns='http://www.w3.org/2005/Atom'><entry><id>urn:x:atom</id><title>%s</title>
    <updated>2026-11-20T10:00:00Z</updated><content>Text.</content></entry></feed>
    """
        .formatted(title);
  }
}
