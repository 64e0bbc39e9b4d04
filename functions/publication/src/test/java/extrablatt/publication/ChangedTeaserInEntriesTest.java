package extrablatt.publication;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.RandomIds;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleRerendering;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.KnownLiveblogs;
import extrablatt.domain.liveblogs.Entry;
import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.EntryDesk.Alongside;
import extrablatt.domain.liveblogs.EntryPosting;
import extrablatt.domain.liveblogs.EntryRerendering;
import extrablatt.domain.liveblogs.EntrySave;
import extrablatt.domain.liveblogs.EntryStatus;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.liveblogs.LogRow;
import extrablatt.domain.liveblogs.PublicEntry;
import extrablatt.domain.media.Fragments;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.ShownStore;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.domain.videos.TeaserEdit;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.testing.Faults;
import extrablatt.testing.InMemoryStores;
import extrablatt.testing.Trouble;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A teaser that changes, and the entries of a liveblog that show it. */
final class ChangedTeaserInEntriesTest {
  private static final int ENTRIES = 30;
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Caller EDITOR = new Caller("editor");

  private final InMemoryStores stores = new InMemoryStores();
  private final TeaserDesk teasers =
      new TeaserDesk(
          stores.content(), new TeaserJson(), MediaLibrary.NONE, new RandomIds(CLOCK), CLOCK);
  private final LiveblogWriting writing = writing(stores.liveblogs());
  private final EntryDesk desk = new EntryDesk(writing);
  private final EntryPosting posting = new EntryPosting(writing);
  private final List<EntryId> entries = new ArrayList<>();
  private LiveblogId liveblog = new LiveblogId("00000000000000000000000000");
  private TeaserId teaser = new TeaserId("00000000000000000000000000");

  @BeforeEach
  void post() {
    var content = Fragments.nothing().withTitle("Vorher");
    teaser =
        (TeaserId) teasers.create(content, EDITOR, TeaserEdit.Alongside.NOTHING).publication().id();
    teasers.publish(teasers.find(teaser), null, null, EDITOR, TeaserEdit.Alongside.NOTHING);
    var flood = new LiveblogJson().read(Bytes.utf8("{\"headline\": \"Die Flut\"}"));
    liveblog = new LiveblogDesk(writing).create(flood, LiveblogStatus.LIVE, EDITOR, _ -> null).id();
    for (int i = 0; i < ENTRIES; i++) {
      var view = posting.post(liveblog, save("Eintrag " + i), EDITOR, Alongside.NOTHING);
      entries.add(view.entry().id());
    }
  }

  @Test
  void readersWhoApplyTheChangesSeeWhatTheTeaserSaysNow() {
    var reader = new HashMap<EntryId, String>();
    apply(0, reader);
    long seen = head().headSeq();
    say("Nachher");

    tell(writing);

    assertThat(apply(seen, reader)).isEqualTo(ENTRIES);
    assertThat(reader.values()).hasSize(ENTRIES).allMatch(json -> json.contains("Nachher"));
    assertThat(reader).isEqualTo(served());
  }

  @Test
  void theLogHasNoGapAndEachEntryOneTextAndOneMoreNumber() {
    say("Nachher");

    tell(writing);
    tell(writing);

    var rows = rows(0);
    assertThat(rows).extracting(LogRow::seq).containsExactlyElementsOf(numbers(2 * ENTRIES));
    assertThat(rows.subList(0, ENTRIES)).allMatch(LogRow.Superseded.class::isInstance);
    assertThat(rows.subList(ENTRIES, 2 * ENTRIES)).allMatch(LogRow.Put.class::isInstance);
  }

  @Test
  void anEntryKeepsItsRevisionItsVersionAndItsTimesSoThatItsEditorIsNotRefused() {
    var before = entries.stream().map(this::find).toList();
    say("Nachher");

    tell(writing);

    assertThat(entries.stream().map(this::find).toList()).isEqualTo(before);
    desk.save(before.getFirst(), save("Berichtigt"), EDITOR, Alongside.NOTHING);
    assertThat(served().get(entries.getFirst())).contains("Berichtigt").contains("Nachher");
  }

  @Test
  void whatIsPinnedStaysPinnedWhereItWas() {
    for (int i = 0; i < 4; i++) desk.pin(find(entries.get(i)), 0, Alongside.NOTHING);
    var order = pins();
    var reader = new HashMap<EntryId, String>();
    apply(0, reader);
    long seen = head().headSeq();
    say("Nachher");

    tell(writing);

    apply(seen, reader);
    assertThat(pins()).isEqualTo(order);
    assertThat(reader).isEqualTo(served());
    assertThat(order)
        .allSatisfy(
            id -> assertThat(reader.get(id)).contains("\"pinned\":true").contains("Nachher"));
  }

  @Test
  void aRemovedEntryDoesNotComeBack() {
    var removed = entries.get(3);
    desk.remove(find(removed), Alongside.NOTHING);
    say("Nachher");

    tell(writing, asKnownBeforeTheRemoval());

    assertThat(served()).hasSize(ENTRIES - 1).doesNotContainKey(removed);
    assertThat(served().values()).allMatch(json -> json.contains("Nachher"));
  }

  @Test
  void aFailureAnywhereIsFinishedByTheRetryWhichWritesNoneAgain() {
    for (int call : new int[] {1, 2, 3, 7, 40, 75, 110}) {
      for (var trouble : List.of(Trouble.BUSY_BEFORE, Trouble.BUSY_AFTER)) {
        var title = "Fassung " + call + " " + trouble;
        long seen = head().headSeq();
        say(title);
        var broken = Faults.at(call, trouble).around(LiveblogStore.class, stores.liveblogs());

        assertThat(failures(writing(broken), shownEntries())).isEqualTo(1);
        tell(writing);

        assertThat(served().values()).allMatch(json -> json.contains(title));
        assertThat(head().headSeq()).isEqualTo(seen + ENTRIES);
      }
    }
  }

  @Test
  void aTeaserThatChangesWhileAnEntryIsPostedIsNotMissed() {
    var meanwhile = new Meanwhile(teaser, () -> say("Nachher"));
    var store = meanwhile.around(stores.liveblogs());

    var view =
        new EntryPosting(writing(store)).post(liveblog, save("Neu"), EDITOR, Alongside.NOTHING);

    assertThat(meanwhile.happened()).isTrue();
    assertThat(served().get(view.entry().id())).contains("Nachher");
  }

  @Test
  void aTeaserThatChangesWhileAnEntryIsSavedIsNotMissed() {
    var meanwhile = new Meanwhile(teaser, () -> say("Nachher"));
    var edited = entries.getFirst();

    new EntryDesk(writing(meanwhile.around(stores.liveblogs())))
        .save(find(edited), save("Berichtigt"), EDITOR, Alongside.NOTHING);

    assertThat(meanwhile.happened()).isTrue();
    assertThat(served().get(edited)).contains("Nachher").contains("Berichtigt");
  }

  @Test
  void aTeaserThatChangesOnceMoreWhileEntriesAreRenderedAnewLeavesNothingOld() {
    say("Nachher");
    long seen = head().headSeq();
    var meanwhile = new Meanwhile(teaser, () -> say("Zuletzt"));

    tell(writing(meanwhile.around(stores.liveblogs())));
    tell(writing);

    assertThat(meanwhile.happened()).isTrue();
    assertThat(served().values()).allMatch(json -> json.contains("Zuletzt"));
    assertThat(head().headSeq()).isEqualTo(seen + ENTRIES);
  }

  @Test
  void aWithdrawnTeaserIsLeftOutAndShownAgainOncePublishedAgain() {
    teasers.withdraw(teasers.find(teaser), "Rechte", EDITOR, TeaserEdit.Alongside.NOTHING);
    tell(writing);
    assertThat(served().values()).noneMatch(json -> json.contains("videoTeaser"));

    teasers.publish(teasers.find(teaser), null, null, EDITOR, TeaserEdit.Alongside.NOTHING);
    tell(writing);

    assertThat(served().values()).allMatch(json -> json.contains("Vorher"));
  }

  private void say(String title) {
    var content = teasers.view(teasers.find(teaser)).content().withTitle(title);
    teasers.save(teasers.find(teaser), content, EDITOR, TeaserEdit.Alongside.NOTHING);
    teasers.publish(teasers.find(teaser), null, null, EDITOR, TeaserEdit.Alongside.NOTHING);
  }

  private EntrySave save(String headline) {
    var body = List.<Block>of(new Block.VideoTeaser(teaser), new Block.Paragraph("Text"));
    var content = new EntryContent(headline, body, List.of(), List.of(), false, true, null);
    return new EntrySave(content, EntryStatus.PUBLISHED, null);
  }

  private Entry find(EntryId id) {
    return desk.find(liveblog, id);
  }

  private LiveblogHead head() {
    return stores.liveblogs().head(liveblog).orElseThrow();
  }

  private List<EntryId> pins() {
    return head().pins().stream().map(pin -> pin.entry()).toList();
  }

  private List<LogRow> rows(long after) {
    return stores.publicLiveblogs().after(liveblog, after, Integer.MAX_VALUE).rows();
  }

  private static List<Long> numbers(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  /** Applies the rows after a number; how many carry an entry. */
  private int apply(long after, Map<EntryId, String> reader) {
    int carrying = 0;
    for (var row : rows(after)) {
      switch (row) {
        case LogRow.Put put -> {
          reader.put(put.entry().id(), json(put.entry()));
          carrying++;
        }
        case LogRow.Pinned pin -> {
          reader.put(pin.entry().id(), json(pin.entry()));
          carrying++;
        }
        case LogRow.Removed remove -> reader.remove(remove.entry());
        case LogRow.Unpinned _, LogRow.LiveblogChanged _, LogRow.Superseded _ -> {}
      }
    }
    return carrying;
  }

  private Map<EntryId, String> served() {
    var served = new HashMap<EntryId, String>();
    for (var entry : stores.publicLiveblogs().entries(liveblog))
      served.put(entry.id(), json(entry));
    return served;
  }

  private static String json(PublicEntry entry) {
    return entry.whole().joined(NOON, null).text();
  }

  private List<EntryId> shownEntries() {
    return entries.stream()
        .filter(id ->
            stores
                .liveblogs()
                .entry(liveblog, id)
                .filter(entry -> entry.shownTeasers().contains(teaser))
                .isPresent())
        .toList();
  }

  /** What a page of those that show it says that was read before one was removed. */
  private List<EntryId> asKnownBeforeTheRemoval() {
    return List.copyOf(entries);
  }

  private void tell(LiveblogWriting how) {
    tell(how, shownEntries());
  }

  private void tell(LiveblogWriting how, List<EntryId> showing) {
    assertThat(failures(how, showing)).isZero();
  }

  private int failures(LiveblogWriting how, List<EntryId> showing) {
    var shown = new Shown(showing);
    var function =
        new PublicationFunction(
            new ArticleRerendering(new ArticleDesk(articleWriting()), shown),
            new EntryRerendering(new EntryDesk(how), shown));
    return function
        .handleRequest(Streams.event("TEASER#" + teaser, "META", "1"), null)
        .getBatchItemFailures()
        .size();
  }

  private ArticleWriting articleWriting() {
    return new ArticleWriting(
        stores.content(),
        new ArticleJson(),
        new TeaserJson(),
        KnownLiveblogs.NONE,
        new RandomIds(CLOCK),
        CLOCK,
        "de");
  }

  private LiveblogWriting writing(LiveblogStore store) {
    return new LiveblogWriting(
        store,
        stores.content(),
        new LiveblogJson(),
        new EntryJson(),
        new TeaserJson(),
        new RandomIds(CLOCK),
        CLOCK,
        "de",
        _ -> {});
  }

  /** Which entries show the teaser, in pages of seven. */
  private final class Shown implements ShownStore {
    private static final int PAGE = 7;

    private final List<EntryId> showing;

    Shown(List<EntryId> showing) {
      this.showing = showing;
    }

    @Override
    public Page<ArticleId> articlesWith(LiveblogId id, PageRequest page) {
      return new Page<>(List.of(), null);
    }

    @Override
    public Page<ArticleId> articlesWith(TeaserId id, PageRequest page) {
      return new Page<>(List.of(), null);
    }

    @Override
    public boolean follow(ArticleId article) {
      return false;
    }

    @Override
    public Page<ShowingEntry> entriesWith(TeaserId id, PageRequest page) {
      int start = page.after() == null ? 0 : Integer.parseInt(page.after());
      int end = Math.min(start + PAGE, showing.size());
      var some =
          showing.subList(start, end).stream().map(entry -> new ShowingEntry(liveblog, entry));
      return new Page<>(some.toList(), end < showing.size() ? Integer.toString(end) : null);
    }
  }
}
