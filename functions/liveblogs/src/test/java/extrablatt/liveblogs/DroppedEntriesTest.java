package extrablatt.liveblogs;

import static extrablatt.liveblogs.Dropbox.entry;
import static extrablatt.liveblogs.Dropbox.kill;
import static extrablatt.liveblogs.Dropbox.plain;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.liveblogs.EntryDesk.Alongside;
import extrablatt.domain.liveblogs.EntryStatus;
import extrablatt.domain.liveblogs.LiveblogDesk;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of one dropped entry, and what its receipt says. */
final class DroppedEntriesTest {
  private final Dropbox box = new Dropbox();

  @Test
  void aNewEntryIsInTheLogAndItsReceiptNamesIt() {
    var receipt = box.send(entry("g", 1, "Tor"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(receipt.product()).isEqualTo(new Product.OfEntry(box.liveblog, box.entry().id()));
    assertThat(receipt.revision()).isEqualTo(1);
    assertThat(receipt.provider()).isEqualTo("demo");
    assertThat(receipt.guid()).isEqualTo("g");
    assertThat(receipt.format()).isEqualTo("json");
    assertThat(box.read()).singleElement().asString().contains("\"headline\":\"Tor\"");
    assertThat(box.headSeq()).isEqualTo(1);
    assertThat(box.stores.drops().originals()).containsOnlyKeys(receipt.id() + "/tor.json");
  }

  @Test
  void aLiveblogIsNamedByItsSlugToo() {
    box.send("liveblogs/demo/die-flut/a/b/tor.json", entry("g", 1, "eins"));

    var receipt = box.send(entry("g", 2, "zwei"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(box.read()).singleElement().asString().contains("zwei");
  }

  @Test
  void withoutAGuidTheWholeKeyIsIt() {
    var first = box.send(box.key("a.json"), plain("A"));
    var second = box.send(box.key("b.json"), plain("A"));
    var third = box.send(box.key("a.json"), plain("C"));

    assertThat(first.guid()).isEqualTo(box.key("a.json"));
    assertThat(second.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(third.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(third.product()).isEqualTo(first.product());
    assertThat(box.entries()).hasSize(2);
  }

  @Test
  void contentsAAndBAndAUnderOneKeyAreThreeRevisions() {
    box.send(plain("A"));
    box.send(plain("B"));

    var third = box.send(plain("A"));

    assertThat(third.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(third.revision()).isEqualTo(3);
    assertThat(box.headSeq()).isEqualTo(3);
  }

  @Test
  void aDuplicateChangesNothingThatTheReadersSee() {
    box.send(entry("g", 1, "Tor"));

    var again = box.send(entry("g", 2, "Tor"));

    assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(again.product()).isEqualTo(new Product.OfEntry(box.liveblog, box.entry().id()));
    assertThat(box.headSeq()).isEqualTo(1);
    assertThat(box.send(entry("g", 1, "älter")).outcome()).isEqualTo(Outcome.STALE);
  }

  @Test
  void overWhatAnEditorSavedItBecomesHeadAndTheReceiptWarns() {
    box.send(entry("g", 1, "eins"));
    box.edit("von Hand");

    var receipt = box.send(entry("g", 2, "zwei"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(receipt.revision()).isEqualTo(3);
    assertThat(receipt.warnings()).containsExactly("It stands over revision 2, which desk saved.");
    assertThat(box.read()).singleElement().asString().contains("zwei");
    assertThat(box.send(entry("g", 3, "drei")).warnings()).isEmpty();
  }

  @Test
  void whatAnEditorHasWrittenAlreadyIsReceiptedAndNoNewRevision() {
    box.send(entry("g", 1, "eins"));
    box.edit("zwei");

    var receipt = box.send(entry("g", 2, "zwei"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(receipt.revision()).isEqualTo(2);
    assertThat(box.headSeq()).isEqualTo(2);
    assertThat(box.send(entry("g", 2, "zwei")).outcome()).isEqualTo(Outcome.DUPLICATE);
  }

  @Test
  void aPinIsNoEditAndStays() {
    box.send(entry("g", 1, "eins"));
    box.desk.pin(box.entry(), 0, Alongside.NOTHING);

    var receipt = box.send(entry("g", 2, "zwei"));

    assertThat(receipt.warnings()).isEmpty();
    assertThat(box.read()).singleElement().asString().contains("\"pinned\":true", "zwei");
  }

  @Test
  void aKillRemovesTheEntryAndWhatComesLaterStaysAway() {
    box.send(entry("g", 1, "eins"));

    var killed = box.send(kill("g", 2, "Falsch."));
    var later = box.send(entry("g", 3, "drei"));

    assertThat(killed.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(later.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(later.warnings())
        .containsExactly("Its provider has withdrawn the entry, so it is not shown again.");
    assertThat(box.entries()).isEmpty();
    assertThat(box.read()).isEmpty();
    assertThat(box.send(kill("g", 2, "Falsch.")).outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(box.send(kill("g", 1, "Anders.")).outcome()).isEqualTo(Outcome.STALE);
  }

  @Test
  void aKillBeforeItsDocumentLeavesATombstone() {
    var killed = box.send("{\"guid\": \"g\", \"withdraw\": {\"reason\": \"Falsch.\"}}");

    var document = box.send("{\"guid\": \"g\", \"headline\": \"Tor\"}");

    assertThat(killed.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(killed.product()).isNull();
    assertThat(document.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(box.entries()).isEmpty();
    assertThat(box.headSeq()).isZero();
  }

  @Test
  void whatAnEditorRemovedStaysRemoved() {
    box.send(entry("g", 1, "eins"));
    box.remove();

    var receipt = box.send(entry("g", 2, "zwei"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(receipt.warnings())
        .containsExactly("An editor has removed the entry, so it is not shown again.");
    assertThat(box.entries()).isEmpty();
    assertThat(box.send(kill("g", 3, "Falsch.")).outcome()).isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void aFuturePublishAtMakesItScheduled() {
    var due = box.clock.instant().plus(Duration.ofHours(1));

    var receipt =
        box.send(
            "{\"guid\": \"g\", \"headline\": \"Später\", \"publishAt\": \"%s\"}".formatted(due));

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(box.entry().status()).isEqualTo(EntryStatus.SCHEDULED);
    assertThat(box.read()).isEmpty();
    box.clock.pass(Duration.ofHours(2));
    new DueEntriesFunction(box.writing).publishDue();
    assertThat(box.read()).singleElement().asString().contains("Später");
    assertThat(box.send("{\"guid\": \"g\", \"headline\": \"Neu\"}").warnings()).isEmpty();
  }

  @Test
  void aPublishedEntryCannotBeHiddenByADelivery() {
    box.send(entry("g", 1, "eins"));

    var receipt =
        box.send("{\"guid\": \"g\", \"version\": 2, \"headline\": \"x\", \"status\": \"draft\"}");

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(problem(receipt).type()).isEqualTo("conflict");
    assertThat(box.read()).singleElement().asString().contains("eins");
    assertThat(box.send(entry("g", 2, "zwei")).outcome()).isEqualTo(Outcome.UPDATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unbekannt", "01JQ8Z00000000000000000B01", "Kein Slug"})
  void anUnknownLiveblogIsRejected(String name) {
    var key = "liveblogs/demo/" + name + "/tor.json";
    var dropped = box.drop(key, entry("g", 1, "Tor"));

    var receipt = box.deliver(dropped);

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(receipt.guid()).isNull();
    assertThat(problem(receipt).type()).isEqualTo("not-found");
    assertThat(box.stores.drops().rejected())
        .containsOnlyKeys(receipt.id() + "/tor.json", receipt.id() + "/tor.json.problem.json");
  }

  @Test
  void aRejectedDropIsTakenByAReplayOnceItsLiveblogIsOpen() {
    var dropped = box.drop("liveblogs/demo/die-flut-2/tor.json", entry("g", 1, "Tor"));
    box.deliver(dropped);
    var second = Newsroom.liveblogIn(box.stores, box.clock);

    var receipt = box.ingest.take(dropped, 1, true);

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(receipt.attempts()).isEqualTo(2);
    assertThat(box.stores.publicLiveblogs().entries(second)).hasSize(1);
  }

  @Test
  void aWithdrawnLiveblogTakesNothingMore() {
    var desk = new LiveblogDesk(box.writing);
    box.send(entry("g", 1, "eins"));
    desk.withdraw(desk.find(box.liveblog), "Erfunden.", _ -> null);

    var entry = box.send(entry("g", 2, "zwei"));
    var kill = box.send(kill("g", 3, "Falsch."));

    assertThat(entry.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(problem(entry).type()).isEqualTo("withdrawn");
    assertThat(problem(entry).detail()).contains("die-flut is withdrawn");
    assertThat(kill.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void oneGuidInTwoLiveblogsIsTwoEntries() {
    var second = Newsroom.liveblogIn(box.stores, box.clock);
    box.send(entry("g", 2, "eins"));

    var other = box.send("liveblogs/demo/" + second + "/tor.json", entry("g", 1, "zwei"));

    assertThat(other.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(box.read()).singleElement().asString().contains("eins");
    assertThat(box.stores.publicLiveblogs().entries(second)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kein JSON",
        "[{\"headline\": \"eins\"}]",
        "{\"guid\": \"g\"}",
        "{\"guid\": \"g\", \"headline\": \"x\", \"spalte\": 1}",
        "{\"guid\": \"g\", \"withdraw\": {}}",
        "{\"headline\": \"x\", \"body\": [{\"type\": \"videoTeaser\", \"teaser\": {\"id\": \"01JQ8Z00000000000000000B01\"}}]}"
      })
  void whatHasFaultsIsRejectedWithAllOfThem(String text) {
    var receipt = box.send(text);

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(problem(receipt).faults()).isNotEmpty();
    assertThat(box.entries()).isEmpty();
    assertThat(box.stores.drops().rejected()).hasSize(2);
  }

  @Test
  void anEntryThatIsTooLongIsRejected() {
    var paragraph = "{\"type\": \"paragraph\", \"html\": \"" + "x".repeat(19_000) + "\"}";

    var receipt =
        box.send(
            "{\"body\": [%s, %s, %s, %s]}".formatted(paragraph, paragraph, paragraph, paragraph));

    assertThat(problem(receipt).type()).isEqualTo("too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"liveblogs/tor.json", "liveblogs/demo/tor.json", "liveblogs/demo/x/"})
  void aKeyThatNamesNoLiveblogIsRejectedAndStaysWhereItIs(String key) {
    var receipt = box.send(key, entry("g", 1, "Tor"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(problem(receipt).detail()).contains("liveblogs/{provider}/{liveblog}/");
    assertThat(box.stores.drops().rejected()).isEmpty();
  }

  private static Receipt.Problem problem(Receipt receipt) {
    Receipt.@Nullable Problem problem = receipt.problem();
    if (problem == null) throw new AssertionError("nothing is wrong with " + receipt);
    return problem;
  }
}
