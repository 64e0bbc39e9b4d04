package extrablatt.benchmarks;

import extrablatt.domain.Caller;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Pauses;
import extrablatt.domain.RandomIds;
import extrablatt.domain.articles.Block;
import extrablatt.domain.delivery.LiveblogFound;
import extrablatt.domain.delivery.LiveblogKiosk;
import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.EntryPosting;
import extrablatt.domain.liveblogs.EntrySave;
import extrablatt.domain.liveblogs.EntryStatus;
import extrablatt.domain.liveblogs.LiveblogContent;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.publishing.Commit;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A liveblog with so many entries, and what it costs to read it and to write to it. */
final class LiveblogBench {
  private static final Caller EDITOR = new Caller("editor");
  private static final int MOST_AT_ONCE = 100;
  private static final int EDITS = 500;
  private static final int EDITS_IN_A_HURRY = 12;
  private static final int PAGE = 20;
  private static final int CHANGES = 100;
  private static final Commit NOTHING = new Commit(List.of(), null, List.of(), null);

  private final Bench bench;
  private final Tally tally;
  private final EntryDesk desk;
  private final EntryPosting posting;
  private final EntryDesk uncounted;
  private final EntryPosting loading;
  private final LiveblogKiosk kiosk;
  private final LiveblogId id;
  private final Map<String, Cost> costs = new LinkedHashMap<>();
  private final LiveblogStore uncountedStore;
  private int texts;

  LiveblogBench(Bench bench) {
    this.bench = bench;
    tally = bench.tally();
    var counted = writing(bench.storage(), bench.clock());
    var free = writing(bench.uncounted(), bench.clock());
    desk = new EntryDesk(counted);
    posting = new EntryPosting(counted);
    uncountedStore = free.store();
    uncounted = new EntryDesk(free);
    loading = new EntryPosting(free);
    kiosk =
        new LiveblogKiosk(bench.storage().publicLiveblogs(), bench.clock(), Pauses.fullJitter());
    id = opened(free);
  }

  static LiveblogWriting writing(Storage storage, Clock clock) {
    return new LiveblogWriting(
        storage.liveblogs(),
        storage.content(),
        new LiveblogJson(),
        new EntryJson(),
        new TeaserJson(),
        new RandomIds(clock),
        clock,
        "en",
        Pauses.fullJitter());
  }

  private static LiveblogId opened(LiveblogWriting writing) {
    var content =
        new LiveblogContent(
            null,
            null,
            "Storm over the coast",
            null,
            List.of(),
            null,
            List.of(),
            List.of(),
            null,
            null);
    return new LiveblogDesk(writing).create(content, LiveblogStatus.LIVE, EDITOR, _ -> null).id();
  }

  /** Posts that many entries, uncounted. */
  void load(int entries) {
    for (int left = entries; left > 0; left -= MOST_AT_ONCE) {
      var saves = new ArrayList<EntrySave>();
      for (int i = 0; i < Math.min(left, MOST_AT_ONCE); i++) saves.add(entry());
      loading.postAll(id, saves, EDITOR, null, _ -> NOTHING);
    }
  }

  /** What each kind of read and write costs now. */
  Map<String, Cost> costs() {
    var old = posted();
    for (int i = 0; i < EDITS; i++) edit(uncounted, old);
    var fresh = posted();
    var other = posted();
    var hurried = posted();
    load(CHANGES);
    long head = head();
    measure("changes: at the head", () -> changes(head, CHANGES));
    measure("changes: the last 10", () -> changes(head - 10, CHANGES));
    measure("changes: the last 100", () -> changes(head - CHANGES, CHANGES));
    measure("changes: a page of 10 from 0", () -> changes(0, 10));
    measure("snapshot", () -> shown(kiosk.snapshot(id.value(), null)));
    measure(
        "entries: a page of 20",
        () -> shown(kiosk.entries(id.value(), false, new PageRequest(PAGE, null), null)));
    measure("one entry", () -> shown(kiosk.entry(id.value(), other.value(), null)));
    measure("post an entry", () -> posting.post(id, entry(), EDITOR, EntryDesk.Alongside.NOTHING));
    measure("edit an entry", () -> edit(desk, other));
    measure("pin an entry", () -> pin(other));
    measure("edit a pinned entry", () -> edit(desk, other));
    measure("unpin an entry", () -> unpin(other));
    for (int i = 0; i < EDITS_IN_A_HURRY; i++) edit(uncounted, hurried);
    measure("remove an entry edited 8 times or more within the last minute", () -> remove(hurried));
    bench.pass(Duration.ofMinutes(2));
    measure("remove a fresh entry", () -> remove(fresh));
    measure("remove an entry that was edited 500 times", () -> remove(old));
    return costs;
  }

  private EntryId posted() {
    return loading.post(id, entry(), EDITOR, EntryDesk.Alongside.NOTHING).entry().id();
  }

  private void edit(EntryDesk by, EntryId entry) {
    by.save(by.find(id, entry), entry(), EDITOR, EntryDesk.Alongside.NOTHING);
  }

  private void pin(EntryId entry) {
    desk.pin(desk.find(id, entry), 0, EntryDesk.Alongside.NOTHING);
  }

  private void unpin(EntryId entry) {
    desk.unpin(desk.find(id, entry), EntryDesk.Alongside.NOTHING);
  }

  private void remove(EntryId entry) {
    desk.remove(desk.find(id, entry), EntryDesk.Alongside.NOTHING);
  }

  private long head() {
    return uncountedStore.head(id).orElseThrow().headSeq();
  }

  private void changes(long after, int limit) {
    var page = shown(kiosk.changes(id.value(), after, limit, null));
    long wanted = Math.min(limit, head() - after);
    if (page.rows().size() != wanted) throw new IllegalStateException("short: " + page.rows());
  }

  private static <T> T shown(LiveblogFound<T> found) {
    if (found instanceof LiveblogFound.Shown<T> shown) return shown.value();
    throw new IllegalStateException("not shown: " + found);
  }

  /** An entry of some 60 words; all are of one length. */
  private EntrySave entry() {
    var text = "%06d ".formatted(texts++) + "The water keeps rising at the old harbour. ".repeat(8);
    var content =
        new EntryContent(
            "Gusts of up to 120 kilometres an hour",
            List.of(new Block.Paragraph(text.strip())),
            List.of(),
            List.of(),
            false,
            true,
            null);
    return new EntrySave(content, EntryStatus.PUBLISHED, null);
  }

  private void measure(String operation, Runnable measured) {
    costs.put(operation, tally.of(measured));
  }
}
