package extrablatt.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.Caller;
import extrablatt.domain.PageRequest;
import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.EntryDesk.Alongside;
import extrablatt.domain.liveblogs.EntryStatus;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.testing.Faults;
import extrablatt.testing.Killed;
import extrablatt.testing.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page about a live blog becomes a liveblog with its entries, by the laws of ingest. */
final class LiveblogPostingsTest {
  private static final String KEY = "publish/demo/live.html";
  private static final PageRequest ALL = new PageRequest(1_000, null);
  private static final Caller EDITOR = new Caller("desk");

  private final Pressroom room = new Pressroom();
  private final LiveblogDesk desk = new LiveblogDesk(room.liveblogs);
  private final EntryDesk entryDesk = new EntryDesk(room.liveblogs);

  @Test
  void thePublicReadsItsEntriesTheNewestOnTop() {
    var receipt = room.send(KEY, page(1, "Flut", "", "eins", "zwei"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(receipt.format()).isEqualTo("html");
    assertThat(receipt.documents())
        .extracting(Receipt.Line::guid)
        .containsExactly("blog", "eins", "zwei");
    assertThat(receipt.documents().getFirst().product())
        .isEqualTo(new Product.OfLiveblog(liveblog().id()));
    assertThat(receipt.documents().getLast().product()).isInstanceOf(Product.OfEntry.class);
    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.LIVE);
    assertThat(liveblog().head().slug().value()).isEqualTo("flut");
    assertThat(liveblog().origin())
        .satisfies(origin -> {
          assertThat(origin.guid()).isEqualTo("blog");
          assertThat(origin.receiptId()).isEqualTo(receipt.id());
          assertThat(origin.extra()).containsEntry("license", List.of("frei"));
        });
    assertThat(read())
        .satisfiesExactly(
            newest -> assertThat(newest).contains("zwei"),
            oldest -> assertThat(oldest).contains("eins"));
    assertThat(room.receipts()).containsExactly(receipt);
  }

  @Test
  void whatIsNewInALaterPageIsTakenAndTheRestIsADuplicate() {
    room.send(KEY, page(1, "Flut", "", "eins", "zwei"));

    var receipt = room.send(KEY, page(2, "Flut", "", "eins", "zwei", "drei"));
    var again = room.send(KEY, page(2, "Flut", "", "eins", "zwei", "drei"));

    assertThat(outcomes(receipt))
        .containsExactly(Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.ACCEPTED);
    assertThat(outcomes(again)).containsOnly(Outcome.DUPLICATE);
    assertThat(read()).hasSize(3);
    assertThat(liveblog().revision()).isEqualTo(1);
  }

  @Test
  void whatAnUpdateSaysNowReplacesWhatItSaid() {
    room.send(KEY, page(1, "Flut", "", "eins").replace("Text eins", "Text alt"));

    var receipt = room.send(KEY, page(2, "Sturmflut", "", "eins"));

    assertThat(outcomes(receipt)).containsExactly(Outcome.UPDATED, Outcome.UPDATED);
    assertThat(read()).singleElement().asString().contains("Text eins").doesNotContain("alt");
    assertThat(face()).contains("Sturmflut");
    assertThat(liveblog().head().slug().value()).isEqualTo("flut");
  }

  @Test
  void itIsUpcomingThenLiveThenOver() {
    var start = "\"coverageStartTime\": \"2026-03-01T13:00:00Z\",";
    var end = "\"coverageEndTime\": \"2026-03-01T15:00:00Z\",";
    room.send(KEY, page(1, "Flut", start));
    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.UPCOMING);

    room.clock.pass(Duration.ofHours(2));
    room.send(KEY, page(2, "Die Flut", start));
    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.LIVE);

    room.clock.pass(Duration.ofHours(2));
    room.send(KEY, page(3, "Die Flut", start + end));
    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.ENDED);
    assertThat(liveblog().endedAt()).isEqualTo(Instant.parse("2026-03-01T15:00:00Z"));
    assertThat(face()).contains("\"endedAt\":\"2026-03-01T15:00:00.000Z\"");

    var reopened = room.send(KEY, page(4, "Die Flut, doch noch", start));
    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.LIVE);
    assertThat(liveblog().endedAt()).isNull();
    assertThat(reopened.warnings()).anyMatch(warning -> warning.contains("open again"));
  }

  @Test
  void anEditorsPauseStays() {
    room.send(KEY, page(1, "Flut", ""));
    desk.become(liveblog(), LiveblogStatus.PAUSED, _ -> null);

    room.send(KEY, page(2, "Sturmflut", ""));

    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.PAUSED);
  }

  @Test
  void overAnEditorsRevisionTheReceiptWarns() {
    room.send(KEY, page(1, "Flut", ""));
    var content = desk.content(liveblog());
    desk.save(liveblog(), content.withTopics(List.of("Küste")), EDITOR, _ -> null);

    var receipt = room.send(KEY, page(2, "Sturmflut", ""));

    assertThat(receipt.warnings()).anyMatch(warning -> warning.contains("which desk saved"));
  }

  @Test
  void aDraftHoldsItsEntriesReady() {
    room.send("drafts/demo/live.html", page(1, "Flut", "", "eins"));
    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.DRAFT);

    desk.become(liveblog(), LiveblogStatus.LIVE, _ -> null);

    assertThat(read()).singleElement().asString().contains("eins");
  }

  @Test
  void whatComesAsADraftOfAPublicLiveblogStaysOutOfSight() {
    room.send(KEY, page(1, "Flut", "", "eins"));

    room.send("drafts/demo/live.html", page(2, "Flut", "", "geheim"));

    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.LIVE);
    assertThat(read()).singleElement().asString().contains("eins");
    assertThat(entryDesk.list(liveblog().id(), ALL).items())
        .extracting(view -> view.entry().status())
        .containsExactlyInAnyOrder(EntryStatus.PUBLISHED, EntryStatus.DRAFT);
  }

  /** Liveblogs have no schedule: nothing of one shows by itself. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aPageThatIsNotForThePublicYetIsADraft(int version) {
    room.send(KEY, page(1, "Flut", "\"datePublished\": \"2026-03-01T12:00:01Z\",", "eins"));

    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.DRAFT);
    assertThat(room.receipts().getFirst().warnings()).anyMatch(told -> told.contains("to come"));

    room.clock.pass(Duration.ofSeconds(1));
    room.send(KEY, page(version, "Flut", "\"datePublished\": \"2026-03-01T12:00:01Z\",", "eins"));

    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.LIVE);
    assertThat(read()).singleElement().asString().contains("eins");
  }

  @Test
  void aPageThatCallsItselfADraftChangesNothingThatIsPublic() {
    var draft = "\"creativeWorkStatus\": \"Draft\",";
    room.send(KEY, page(1, "Flut", draft, "eins"));
    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.DRAFT);

    room.send(KEY, page(2, "Flut", "", "zwei"));
    room.send(KEY, page(3, "Flut", draft, "zwei", "drei"));

    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.LIVE);
    assertThat(read().toString()).contains("zwei").doesNotContain("drei");
  }

  /** All that is saved of a public liveblog is public at once, and a draft is not to be. */
  @Test
  void aDraftThatWouldChangeWhatIsPublicIsRefused() {
    room.send(KEY, page(1, "Flut", "", "eins"));

    var receipt = room.send("drafts/demo/live.html", page(2, "Geheim", "", "zwei"));

    assertThat(outcomes(receipt)).containsExactly(Outcome.REJECTED, Outcome.ACCEPTED);
    assertThat(receipt.documents().getFirst().faults().getFirst().detail())
        .contains("drop it under publish/");
    assertThat(face()).doesNotContain("Geheim");
    assertThat(read()).singleElement().asString().contains("eins");
  }

  @Test
  void theSameDraftOnceMoreIsADuplicateAlsoWhenTheLiveblogIsOpen() {
    room.send("drafts/demo/live.html", page(1, "Flut", "", "eins"));
    desk.become(liveblog(), LiveblogStatus.LIVE, _ -> null);

    var again = room.send("drafts/demo/live.html", page(2, "Flut", "", "eins"));

    assertThat(outcomes(again)).containsOnly(Outcome.DUPLICATE);
    assertThat(read()).hasSize(1);
  }

  /** Whoever reads along does not wait for what he has. */
  @Test
  void whatIsNewIsTakenBeforeWhatIsKnown() {
    room.send(KEY, page(1, "Flut", "", "eins", "zwei"));
    var dropped = room.drop(KEY, page(2, "Flut", "", "eins", "zwei", "drei"));
    int calls = 0;
    while (read().size() < 3) {
      var faulty = room.ingestWith(Faults.at(++calls, Trouble.KILLED_AFTER));
      assertThatThrownBy(() -> faulty.take(dropped, 1, false)).isInstanceOf(Killed.class);
    }

    var receipt = room.ingest.take(dropped, 2, false);

    assertThat(outcomes(receipt))
        .containsExactly(Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.ACCEPTED);
    assertThat(receipt.documents())
        .extracting(line -> room.stores.receipts().find(line.id()).orElseThrow().attempts())
        .containsExactly(1, 2, 2, 1);
  }

  @Test
  void anUpdateThatIsToComeAppearsThen() {
    room.send(KEY, page(1, "Flut", "", "spaeter").replace("2026-02-01", "2026-03-02"));

    assertThat(read()).isEmpty();
    assertThat(entryDesk.list(liveblog().id(), ALL).items())
        .singleElement()
        .satisfies(view -> {
          assertThat(view.entry().status()).isEqualTo(EntryStatus.SCHEDULED);
          assertThat(view.entry().publishAt()).isAfter(room.clock.instant());
        });
  }

  @Test
  void whatAnEditorRemovedStaysRemoved() {
    room.send(KEY, page(1, "Flut", "", "eins", "zwei"));
    var entries = entryDesk.list(liveblog().id(), ALL).items();
    entryDesk.remove(entries.getLast().entry(), Alongside.NOTHING);

    var receipt =
        room.send(KEY, page(2, "Flut", "", "eins", "zwei").replace("Text eins", "Text neu"));

    assertThat(outcomes(receipt))
        .containsExactly(Outcome.DUPLICATE, Outcome.WITHDRAWN, Outcome.DUPLICATE);
    assertThat(read()).singleElement().asString().contains("zwei");
  }

  @Test
  void aKillWithdrawsItForEver() {
    room.send(KEY, page(1, "Flut", "", "eins"));

    var kill = room.send("publish/demo/weg.json", kill(2));
    var later = room.send(KEY, page(3, "Flut", "", "eins", "zwei"));

    assertThat(kill.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(kill.product()).isEqualTo(new Product.OfLiveblog(liveblog().id()));
    assertThat(liveblog().head().retraction())
        .satisfies(retraction -> assertThat(retraction.reason()).isEqualTo("Erfunden."));
    assertThat(later.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(later.problem()).isNull();
    assertThat(liveblog().head().isPublic()).isFalse();
  }

  @Test
  void aKillBeforeItLeavesNothingToSee() {
    room.send("publish/demo/weg.json", kill(2));

    var older = room.send(KEY, page(1, "Flut", "", "eins"));
    var newer = room.send(KEY, page(3, "Sturmflut", "", "eins"));

    assertThat(outcomes(older)).containsExactly(Outcome.STALE, Outcome.WITHDRAWN);
    assertThat(outcomes(newer)).containsOnly(Outcome.WITHDRAWN);
    assertThat(liveblogs()).isEmpty();
  }

  @Test
  void aKillOfADraftLeavesTheDraft() {
    room.send("drafts/demo/live.html", page(1, "Flut", "", "eins"));

    var kill = room.send("publish/demo/weg.json", kill(2));
    var later = room.send(KEY, page(3, "Flut", "", "eins"));

    assertThat(kill.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(later.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.DRAFT);
  }

  @Test
  void oneGuidIsOneKindOfDocument() {
    room.send(
        "publish/demo/artikel.json", "{\"guid\": \"blog\", \"version\": 1, \"headline\": \"A\"}");

    var receipt = room.send(KEY, page(2, "Flut", "", "eins"));
    assertThat(outcomes(receipt)).containsExactly(Outcome.REJECTED, Outcome.REJECTED);
    assertThat(receipt.documents().getFirst().faults().getFirst().detail())
        .contains("another kind");
    assertThat(receipt.documents().getLast().faults().getFirst().detail())
        .contains("drop the document again");

    var other = new Pressroom();
    other.send(KEY, page(1, "Flut", "", "eins"));
    var article =
        other.send(
            "publish/demo/artikel.json",
            "{\"guid\": \"blog\", \"version\": 2, \"headline\": \"A\"}");
    assertThat(article.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void inAnArchiveEachPageHasItsOwnEntries() {
    var receipt =
        room.deliver(
            room.drop(
                "publish/demo/alle.zip",
                Archives.zip(
                    "a.html",
                    page(1, "Flut", "", "eins"),
                    "b.html",
                    page(1, "Ebbe", "", "eins").replace("blog", "ebbe")),
                Map.of()));

    assertThat(outcomes(receipt)).hasSize(4).containsOnly(Outcome.ACCEPTED);
    assertThat(liveblogs())
        .hasSize(2)
        .allSatisfy(liveblog -> assertThat(liveblog.head().entryCount()).isEqualTo(1));
  }

  /** What is refused leaves nothing in the liveblog that stands before it. */
  @Test
  void theEntriesOfARefusedPageGetIntoNoOtherLiveblog() {
    var bad = page(1, "", "", "fremd").replace("<title>x</title>", "").replace("blog", "ebbe");
    var archive = Archives.zip("a.html", page(1, "Flut", "", "eins"), "b.html", bad);

    var receipt = room.deliver(room.drop("publish/demo/alle.zip", archive, Map.of()));

    assertThat(outcomes(receipt))
        .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.REJECTED, Outcome.REJECTED);
    assertThat(read()).singleElement().asString().contains("eins");
  }

  /** Killed at each of its calls and delivered again: one liveblog, each entry once. */
  @Test
  void afterACrashTheRestFollows() {
    var page = page(1, "Flut", "", "eins", "zwei");
    var counting = Faults.none();
    var first = new Pressroom();
    first.ingestWith(counting).take(first.drop(KEY, page), 1, false);
    assertThat(counting.calls()).isGreaterThan(10);

    for (int call = 1; call <= counting.calls(); call++) {
      for (var trouble : List.of(Trouble.KILLED_BEFORE, Trouble.KILLED_AFTER)) {
        var pressroom = new Pressroom();
        var dropped = pressroom.drop(KEY, page);
        var faulty = pressroom.ingestWith(Faults.at(call, trouble));
        assertThatThrownBy(() -> faulty.take(dropped, 1, false)).isInstanceOf(Killed.class);

        var receipt = pressroom.ingest.take(dropped, 2, false);

        assertThat(outcomes(receipt)).hasSize(3).containsOnly(Outcome.ACCEPTED);
        assertThat(liveblogs(pressroom)).hasSize(1);
        assertThat(read(pressroom)).hasSize(2);
        assertThat(pressroom.receipts()).containsExactly(receipt);
      }
    }
  }

  /** In whichever order they come, twice and at once: what the newest of each says. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderOfDeliveriesMakesNoDifference(int seed) throws InterruptedException {
    var end = "\"coverageEndTime\": \"2026-02-01T15:00:00Z\",";
    var pages =
        List.of(
            page(1, "Flut", "", "eins"),
            page(2, "Sturmflut", end, "eins", "zwei"),
            page(3, "Sturmflut", "", "eins", "zwei", "drei").replace("Text eins", "Text neu"));
    var drops = new ArrayList<Dropped>();
    for (var page : pages) drops.add(room.drop(KEY, page));
    drops.addAll(List.copyOf(drops));
    Collections.shuffle(drops, new Random(seed));

    Together.run(drops.size(), number -> room.ingest.take(drops.get(number), 1, false));

    assertThat(liveblogs()).hasSize(1);
    assertThat(liveblog().head().status()).isEqualTo(LiveblogStatus.LIVE);
    assertThat(face()).contains("Sturmflut");
    assertThat(read()).hasSize(3).satisfiesOnlyOnce(text -> assertThat(text).contains("Text neu"));
    assertThat(room.receipts()).hasSize(3);
  }

  /** Its entries are from February; their version is that of the page. */
  private static String page(int version, String headline, String more, String... updates) {
    var told = new ArrayList<String>();
    for (var update : updates)
      told.add(
          """
          {"identifier": "%s", "version": %d, "articleBody": "Text %s",
           "datePublished": "2026-02-01T10:%02d:00Z"}
          """
              .formatted(update, version, update, told.size()));
    return """
    <!doctype html><html lang="de"><head><title>x</title><script type="application/ld+json">
    {"@type": "LiveBlogPosting", "identifier": "blog", "version": %d, "headline": "%s", %s
     "license": "frei", "liveBlogUpdate": [%s]}
    </script></head><body></body></html>
    """
        .formatted(version, headline, more, String.join(",", told));
  }

  private static String kill(int version) {
    return "{\"guid\": \"blog\", \"version\": %d, \"withdraw\": {\"reason\": \"Erfunden.\"}}"
        .formatted(version);
  }

  private static List<Outcome> outcomes(Receipt receipt) {
    return receipt.documents().stream().map(Receipt.Line::outcome).toList();
  }

  private List<Liveblog> liveblogs() {
    return liveblogs(room);
  }

  private static List<Liveblog> liveblogs(Pressroom room) {
    return room.stores.liveblogs().desk(ALL).items();
  }

  private Liveblog liveblog() {
    var all = liveblogs();
    if (all.size() != 1) throw new AssertionError("there are " + all.size() + " liveblogs");
    return all.getFirst();
  }

  private String face() {
    return liveblog().head().whole().text();
  }

  private List<String> read() {
    return read(room);
  }

  /** What the public reads of the only liveblog, newest first. */
  private static List<String> read(Pressroom room) {
    return room.stores.publicLiveblogs().entries(liveblogs(room).getFirst().id()).stream()
        .map(entry -> entry.whole().joined(room.clock.instant(), null).text())
        .toList();
  }
}
