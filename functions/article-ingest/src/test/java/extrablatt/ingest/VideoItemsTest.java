package extrablatt.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.ingest.Receipt;
import extrablatt.testing.Faults;
import extrablatt.testing.Killed;
import extrablatt.testing.Trouble;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A film by itself becomes a video teaser, by the laws that hold for articles. */
final class VideoItemsTest {
  private final Pressroom room = new Pressroom();

  @Test
  void aVideoItemIsATeaserThatThePublicSees() {
    var receipt = room.send("publish/demo/film.json", film(1, "Die Flut"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(receipt.product()).isInstanceOf(Product.OfTeaser.class);
    assertThat(room.articles()).isEmpty();
    assertThat(room.readTeasers()).singleElement().asString().contains("Die Flut", "PT25S");
  }

  @Test
  void aDraftStaysOne() {
    room.send("drafts/demo/film.json", film(1, "Die Flut"));

    assertThat(room.readTeasers()).containsExactly("not found");
  }

  @Test
  void versionsCountAsTheyDoForArticles() {
    room.send("publish/demo/film.json", film(2, "Zwei"));

    assertThat(outcome(film(1, "Eins"))).isEqualTo(Outcome.STALE);
    assertThat(outcome(film(2, "Zwei"))).isEqualTo(Outcome.DUPLICATE);
    assertThat(outcome(film(2, "Anders"))).isIn(Outcome.CONFLICT, Outcome.UPDATED);
    assertThat(outcome(film(3, "Drei"))).isEqualTo(Outcome.UPDATED);
    assertThat(room.teasers()).hasSize(1);
    assertThat(room.readTeasers()).singleElement().asString().contains("Drei");
  }

  @Test
  void aKillTakesItBackAlsoIfItComesFirst() {
    room.send("publish/demo/weg.json", kill(2));
    var late = room.send("publish/demo/film.json", film(1, "Die Flut"));
    var later = room.send("publish/demo/film.json", film(3, "Doch"));

    assertThat(late.warnings()).isNotEmpty();
    assertThat(later.warnings()).isNotEmpty();
    assertThat(room.readTeasers()).singleElement().asString().startsWith("withdrawn");
  }

  /** The same end state in whichever order the documents come. */
  @Test
  void theOrderDoesNotCount() {
    var all = new ArrayList<>(List.of(film(1, "Eins"), film(2, "Zwei"), kill(3), film(4, "Vier")));
    var random = new Random(71);
    for (int round = 0; round < 30; round++) {
      Collections.shuffle(all, random);
      var pressroom = new Pressroom();
      for (var document : all) pressroom.send("publish/demo/film.json", document);

      assertThat(pressroom.readTeasers()).singleElement().asString().startsWith("withdrawn");
      assertThat(pressroom.teasers()).hasSize(1);
    }
  }

  @Test
  void aGuidIsAnArticleOrAFilmAndNeverBoth() {
    room.send("publish/demo/film.json", film(1, "Die Flut"));

    var article =
        room.send(
            "publish/demo/a.md", "---\nguid: urn:film:1\nversion: 9\ntitle: Text\n---\n\nText.");
    room.send("publish/demo/b.md", "---\nguid: urn:text:1\ntitle: Text\n---\n\nText.");
    var film =
        room.send("publish/demo/c.json", film(9, "Film").replace("urn:film:1", "urn:text:1"));

    assertThat(List.of(article, film)).extracting(Receipt::outcome).containsOnly(Outcome.REJECTED);
    assertThat(room.articles()).hasSize(1);
    assertThat(room.teasers()).hasSize(1);
  }

  @Test
  void killedAtEachOfItsCallsItIsThereOnce() {
    var counting = Faults.none();
    var first = new Pressroom();
    first.ingestWith(counting).take(first.drop("publish/demo/f.json", film(1, "F")), 1, false);

    for (int call = 1; call <= counting.calls(); call++) {
      for (var trouble : List.of(Trouble.KILLED_BEFORE, Trouble.KILLED_AFTER)) {
        var pressroom = new Pressroom();
        var dropped = pressroom.drop("publish/demo/f.json", film(1, "F"));
        var faulty = pressroom.ingestWith(Faults.at(call, trouble));
        assertThatThrownBy(() -> faulty.take(dropped, 1, false)).isInstanceOf(Killed.class);

        assertThat(pressroom.ingest.take(dropped, 2, false).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(pressroom.teasers()).hasSize(1);
        assertThat(pressroom.receipts()).hasSize(1);
      }
    }
  }

  private Outcome outcome(String document) {
    return room.send("publish/demo/film.json", document).outcome();
  }

  private static String film(int version, String title) {
    return """
    {"uri": "urn:film:1", "type": "video", "version": "%d", "headline": "%s", "renditions":
    {"hd": {"href": "https://example.org/f.mp4", "mimetype": "video/mp4", "duration": 25}}}
    """
        .formatted(version, title);
  }

  private static String kill(int version) {
    return "{\"uri\": \"urn:film:1\", \"type\": \"video\", \"version\": \"%d\", \"pubstatus\": \"canceled\"}"
        .formatted(version);
  }
}
