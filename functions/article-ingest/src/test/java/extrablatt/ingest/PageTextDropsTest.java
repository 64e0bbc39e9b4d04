package extrablatt.ingest;

import static extrablatt.ingest.Documents.page;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Page text has no guid: the key that it comes under is the article. */
final class PageTextDropsTest {
  private static final String KEY = "publish/demo/fähre morgens.txt";
  private static final String A = page("Fähre fährt wieder", "Ein Schiff legt ab.");
  private static final String B = A.replace("nachgelassen", "aufgefrischt");

  private final Pressroom room = new Pressroom();

  @Test
  void aPageIsReadAtItsSlugAndInTheListsWithItsTeaser() {
    var receipt = room.send(KEY, A);

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(receipt.product()).isEqualTo(new Product.OfArticle(room.articleId()));
    assertThat(receipt.revision()).isEqualTo(1);
    assertThat(receipt.format()).isEqualTo("page-text");
    assertThat(receipt.provider()).isEqualTo("demo");
    assertThat(receipt.guid()).isEqualTo(KEY);
    assertThat(receipt.warnings()).isEmpty();
    assertThat(room.read("faehre-faehrt-wieder")).contains("nachgelassen", "Ein Schiff legt ab.");
    assertThat(room.list(new ListName.Newest())).hasSize(1);
    assertThat(room.readTeasers()).singleElement().asString().contains("PT20S");
    assertThat(room.stores.drops().originals()).hasSize(1);
  }

  @Test
  void theSameBytesAgainAreADuplicate() {
    room.send(KEY, A);

    var again = room.send(KEY, A);

    assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(again.product()).isEqualTo(new Product.OfArticle(room.articleId()));
    assertThat(room.revisions()).isEqualTo(1);
    assertThat(room.receipts()).hasSize(2);
  }

  @Test
  void aChangedPageIsRevisionTwo() {
    room.send(KEY, A);

    var changed = room.send(KEY, B);

    assertThat(changed.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(changed.revision()).isEqualTo(2);
    assertThat(room.read()).contains("aufgefrischt").doesNotContain("nachgelassen");
  }

  @Test
  void contentsABAAreThreeRevisions() {
    room.send(KEY, A);
    room.send(KEY, B);

    var back = room.send(KEY, A);

    assertThat(back.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(back.revision()).isEqualTo(3);
    assertThat(room.revisions()).isEqualTo(3);
    assertThat(room.read()).contains("nachgelassen");
  }

  @Test
  void anEarlierUploadThatArrivesLaterIsStale() {
    var earlier = room.drop(KEY, A);
    room.send(KEY, B);

    var receipt = room.deliver(earlier);

    assertThat(receipt.outcome()).isEqualTo(Outcome.STALE);
    assertThat(receipt.product()).isEqualTo(new Product.OfArticle(room.articleId()));
    assertThat(room.revisions()).isEqualTo(1);
    assertThat(room.read()).contains("aufgefrischt");
  }

  @Test
  void theSameTextUnderAnotherKeyIsAnotherArticle() {
    room.send(KEY, A);

    var other = room.send("publish/demo/andere.txt", A);

    assertThat(other.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(room.articles()).hasSize(2);
    assertThat(room.read("faehre-faehrt-wieder-2")).contains("nachgelassen");
  }

  @Test
  void anEditorsHeadIsStoodOverAndTheReceiptWarns() {
    room.send(KEY, A);
    Editor.of(room).save(ArticleContent.titled("Von Hand"));

    var receipt = room.send(KEY, B);

    assertThat(receipt.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(receipt.warnings())
        .containsExactly("It stands over revision 2, which editor saved.");
    assertThat(room.read()).contains("aufgefrischt");
    assertThat(room.revisions()).isEqualTo(3);
  }

  @Test
  void theSameBytesLeaveAnEditorsHead() {
    room.send(KEY, A);
    Editor.of(room).save(ArticleContent.titled("Von Hand"));

    var receipt = room.send(KEY, A);

    assertThat(receipt.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(room.head()).contains("Von Hand");
  }

  @Test
  void aWithdrawnArticleStaysSoUntilItIsPublishedAgain() {
    room.send(KEY, A);
    Editor.of(room).withdraw("Die Zahlen waren falsch.");

    var receipt = room.send(KEY, B);

    assertThat(receipt.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(receipt.warnings()).singleElement().asString().contains("withdrawn");
    assertThat(room.read()).isEqualTo("withdrawn: Die Zahlen waren falsch.");
    assertThat(room.head()).contains("aufgefrischt");
    assertThat(room.readTeasers()).noneMatch(text -> text.startsWith("{"));

    Editor.of(room).publish();

    assertThat(room.read()).contains("aufgefrischt", "Ein Schiff legt ab.");
    assertThat(room.readTeasers()).allMatch(text -> text.startsWith("{"));
  }

  @Test
  void aPublishTimeAheadKeepsArticleAndTeaserFromEveryPathUntilThen() {
    var ahead = Map.of("publish-at", "2026-03-01T12:00:03Z");
    var receipt = room.send(KEY, A, ahead);

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(room.status()).isEqualTo(Status.SCHEDULED);
    assertThat(room.read()).isEqualTo("not found");
    assertThat(room.read("faehre-faehrt-wieder")).isEqualTo("not found");
    assertThat(room.list(new ListName.Newest())).isEmpty();
    assertThat(room.list(new ListName.Teasers())).isEmpty();
    assertThat(room.readTeasers()).containsExactly("not found");

    room.clock.pass(Duration.ofSeconds(3));

    assertThat(room.read("faehre-faehrt-wieder")).contains("Ein Schiff legt ab.");
    assertThat(room.list(new ListName.Newest())).hasSize(1);
    assertThat(room.list(new ListName.Teasers())).hasSize(1);
    assertThat(room.readTeasers()).singleElement().asString().startsWith("{");
  }

  @Test
  void aReplacementWithAPublishTimeAheadLeavesTheOldTextAndTeaserUntilThen() {
    room.send(KEY, A);
    var changed = B.replace("Ein Schiff", "Das Schiff");

    room.send(KEY, changed, Map.of("publish-at", "2026-03-01T12:00:03Z"));

    assertThat(room.read()).contains("nachgelassen", "Ein Schiff").doesNotContain("Das Schiff");
    assertThat(room.readTeasers()).singleElement().asString().contains("Ein Schiff");
    room.clock.pass(Duration.ofSeconds(3));
    assertThat(room.read()).contains("aufgefrischt", "Das Schiff").doesNotContain("Ein Schiff");
    assertThat(room.readTeasers()).singleElement().asString().contains("Das Schiff");
    assertThat(room.list(new ListName.Newest())).hasSize(1);
  }

  @Test
  void aPublishTimeInThePastIsTheDateShown() {
    room.send(KEY, A, Map.of("publish-at", "2026-02-28T08:00:00+01:00"));

    assertThat(room.read()).contains("\"publishedAt\":\"2026-02-28T07:00:00.000Z\"");
    assertThat(room.status()).isEqualTo(Status.PUBLISHED);
  }

  @Test
  void underDraftsAnArticleIsSavedAndNotShown() {
    var receipt = room.send("drafts/demo/faehre.txt", A);

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(room.status()).isEqualTo(Status.DRAFT);
    assertThat(room.read()).isEqualTo("not found");
    assertThat(room.readTeasers()).containsExactly("not found");
  }

  @Test
  void aDraftsPublishTimeCountsForNothingAndTheReceiptWarns() {
    var receipt =
        room.send("drafts/demo/faehre.txt", A, Map.of("publish-at", "2026-03-01T12:00:03Z"));

    assertThat(receipt.warnings()).singleElement().asString().contains("publish time");
    room.clock.pass(Duration.ofHours(1));
    assertThat(room.read()).isEqualTo("not found");
  }

  @Test
  void aDraftOfWhatIsLiveBecomesHeadAndLeavesThePublicItsText() {
    var guid = Map.of("guid", "g");
    room.send("publish/demo/a.txt", A, guid);

    var receipt = room.send("drafts/demo/a.txt", B.replace("Ein Schiff", "Das Schiff"), guid);

    assertThat(receipt.revision()).isEqualTo(2);
    assertThat(room.read()).contains("nachgelassen", "Ein Schiff");
    assertThat(room.readTeasers()).singleElement().asString().contains("Ein Schiff");
    assertThat(room.head()).contains("aufgefrischt");
  }

  @Test
  void metadataSayWhatThePageDoesNot() {
    var receipt =
        room.send(
            KEY,
            A,
            Map.of(
                "guid", "faehre-1",
                "version", "7",
                "language", "nds",
                "section", "Küste",
                "topics", "Fähre, Wind"));

    assertThat(receipt.guid()).isEqualTo("faehre-1");
    assertThat(room.read()).contains("\"language\":\"nds\"", "\"topics\":[\"Fähre\",\"Wind\"]");
    assertThat(room.list(new ListName.Section("Küste"))).hasSize(1);
    assertThat(room.list(new ListName.Topic("Wind"))).hasSize(1);
    var older = room.send("publish/demo/x.txt", B, Map.of("guid", "faehre-1", "version", "6"));
    assertThat(older.outcome()).isEqualTo(Outcome.STALE);
  }

  @Test
  void changedMetadataAreChangedContent() {
    room.send(KEY, A, Map.of("section", "Küste"));

    var receipt = room.send(KEY, A, Map.of("section", "Hafen"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(room.list(new ListName.Section("Hafen"))).hasSize(1);
    assertThat(room.list(new ListName.Section("Küste"))).isEmpty();
  }

  @Test
  void everyFaultOfTheMetadataIsNamed() {
    var receipt = room.send(KEY, A, Map.of("version", "neu", "publish-at", "morgen"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(requireNonNull(receipt.problem()).faults()).hasSize(2);
    assertThat(room.articles()).isEmpty();
  }
}
