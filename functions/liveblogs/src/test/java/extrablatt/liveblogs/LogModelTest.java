package extrablatt.liveblogs;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Caller;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.articles.Block;
import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.EntryDesk.Alongside;
import extrablatt.domain.liveblogs.EntryPosting;
import extrablatt.domain.liveblogs.EntrySave;
import extrablatt.domain.liveblogs.EntryStatus;
import extrablatt.domain.liveblogs.LogRow;
import extrablatt.domain.liveblogs.PublicEntry;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.testing.HandClock;
import extrablatt.testing.InMemoryStores;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Editors do at random what editors do, and readers begin wherever they like: all of them end with
 * the server's liveblog.
 */
class LogModelTest {
  private static final Caller EDITOR = new Caller("desk");

  private final InMemoryStores stores = new InMemoryStores();
  private final HandClock clock = new HandClock(Newsroom.NOON);
  private final LiveblogId liveblog = Newsroom.liveblogIn(stores, clock);
  private final EntryDesk desk;
  private final EntryPosting posting;
  private final List<EntryId> entries = new ArrayList<>();
  private final List<String> removedTexts = new ArrayList<>();
  private int texts;

  LogModelTest() {
    var writing =
        Wiring.writing(
            Newsroom.ENVIRONMENT,
            stores.liveblogs(),
            stores.content(),
            MediaLibrary.NONE,
            clock,
            _ -> {});
    desk = new EntryDesk(writing);
    posting = new EntryPosting(writing);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void readersWhoBeginAnywhereEndWithTheServersLiveblog(long seed) {
    var random = new Random(seed);
    var readers = new ArrayList<Reader>(List.of(new Reader()));

    for (int step = 0; step < 300; step++) {
      edit(random);
      readers.add(snapshot());
    }

    for (var reader : readers) requireSame(reader, random);
    requireOneTextAnEntry();
  }

  @Test
  void readersWhoReadOnFromTimeToTimeEndWithTheServersLiveblog() {
    var random = new Random(4711);
    var readers = new ArrayList<Reader>();
    for (int i = 0; i < 60; i++) readers.add(new Reader());

    for (int step = 0; step < 4_000; step++) {
      edit(random);
      var reader = readers.get(random.nextInt(readers.size()));
      if (random.nextInt(3) == 0) reader.apply(rows(reader.seq, 1 + random.nextInt(40)));
      if (random.nextInt(200) == 0) readers.set(random.nextInt(readers.size()), snapshot());
    }

    for (var reader : readers) requireSame(reader, random);
    requireOneTextAnEntry();
  }

  private void edit(Random random) {
    int dice = random.nextInt(100);
    if (entries.isEmpty() || (dice < 25 && entries.size() < 30)) post();
    else if (dice < 45) save(any(random));
    else if (dice < 72) pin(any(random), random.nextInt(6));
    else if (dice < 84) desk.unpin(desk.find(liveblog, any(random)), Alongside.NOTHING);
    else remove(any(random));
  }

  private EntryId any(Random random) {
    return entries.get(random.nextInt(entries.size()));
  }

  private void post() {
    var view = posting.post(liveblog, save(nextText()), EDITOR, Alongside.NOTHING);
    entries.add(view.entry().id());
  }

  private void save(EntryId id) {
    var current = desk.find(liveblog, id);
    removedTexts.add(text(desk.view(current).content()));
    desk.save(current, save(nextText()), EDITOR, Alongside.NOTHING);
  }

  private void pin(EntryId id, int position) {
    var pins = stores.liveblogs().head(liveblog).orElseThrow().pins();
    if (pins.size() == 20 && pins.stream().noneMatch(pin -> pin.entry().equals(id))) return;
    desk.pin(desk.find(liveblog, id), position, Alongside.NOTHING);
  }

  private void remove(EntryId id) {
    var current = desk.find(liveblog, id);
    removedTexts.add(text(desk.view(current).content()));
    desk.remove(current, Alongside.NOTHING);
    entries.remove(id);
  }

  private String nextText() {
    texts++;
    return "Text <" + texts + ">";
  }

  private static EntrySave save(String text) {
    var body = List.<Block>of(new Block.Divider());
    var content = new EntryContent(text, body, List.of(), List.of(), false, true, null);
    return new EntrySave(content, EntryStatus.PUBLISHED, null);
  }

  private static String text(EntryContent content) {
    return String.valueOf(content.headline());
  }

  private List<LogRow> rows(long after, int limit) {
    return stores.publicLiveblogs().after(liveblog, after, limit).rows();
  }

  private List<String> served() {
    return stores.publicLiveblogs().entries(liveblog).stream().map(LogModelTest::json).toList();
  }

  private List<EntryId> pins() {
    var head = stores.liveblogs().head(liveblog).orElseThrow();
    return head.pins().stream().map(pin -> pin.entry()).toList();
  }

  private Reader snapshot() {
    var head = stores.liveblogs().head(liveblog).orElseThrow();
    return new Reader(head.headSeq(), stores.publicLiveblogs().entries(liveblog), pins());
  }

  private void requireSame(Reader reader, Random random) {
    long begun = reader.seq;
    while (true) {
      var rows = rows(reader.seq, 1 + random.nextInt(100));
      if (rows.isEmpty()) break;
      reader.apply(rows);
    }
    assertThat(reader.entries.stream().map(LogModelTest::json))
        .as("a reader who began at %d", begun)
        .containsExactlyElementsOf(served());
    assertThat(reader.pins).as("a reader who began at %d", begun).isEqualTo(pins());
    for (var entry : reader.entries) {
      assertThat(entry.pinned()).isEqualTo(reader.pins.contains(entry.id()));
    }
  }

  /** And no text of what was said before, or of what is gone; and no number is missing. */
  private void requireOneTextAnEntry() {
    var rows = rows(0, Integer.MAX_VALUE);
    var withText = new HashSet<EntryId>();
    var whole = new StringBuilder();
    long next = 1;
    for (var row : rows) {
      assertThat(row.seq()).isEqualTo(next++);
      whole.append(row);
      var entry = entryIn(row);
      if (entry == null) continue;
      assertThat(withText.add(entry.id())).as("one text of %s", entry.id()).isTrue();
      whole.append(json(entry));
    }
    var head = stores.liveblogs().head(liveblog).orElseThrow();
    assertThat(next - 1).isEqualTo(head.headSeq());
    assertThat(withText).isEqualTo(new HashSet<>(entries));
    assertThat(head.entryCount()).isEqualTo(entries.size());
    assertThat(removedTexts).isNotEmpty().noneMatch(text -> whole.indexOf(text) >= 0);
  }

  private static @Nullable PublicEntry entryIn(LogRow row) {
    return switch (row) {
      case LogRow.Put put -> put.entry();
      case LogRow.Pinned pin -> pin.entry();
      case LogRow.Unpinned _, LogRow.Removed _, LogRow.LiveblogChanged _, LogRow.Superseded _ ->
          null;
    };
  }

  private static String json(PublicEntry entry) {
    return entry.whole().joined(Newsroom.NOON, null).text();
  }

  /** Applies rows as WIRE says, and knows nothing else. */
  private static final class Reader {
    private final List<PublicEntry> entries = new ArrayList<>();
    private final List<EntryId> pins = new ArrayList<>();
    private long seq;

    Reader() {}

    Reader(long seq, List<PublicEntry> entries, List<EntryId> pins) {
      this.seq = seq;
      this.entries.addAll(entries);
      this.pins.addAll(pins);
    }

    void apply(List<LogRow> rows) {
      for (var row : rows) {
        assertThat(row.seq()).isEqualTo(seq + 1);
        apply(row);
        seq = row.seq();
      }
    }

    private void apply(LogRow row) {
      switch (row) {
        case LogRow.Put put -> set(put.entry());
        case LogRow.Pinned pin -> {
          set(pin.entry());
          pins.remove(pin.entry().id());
          pins.add(pin.position(), pin.entry().id());
        }
        case LogRow.Unpinned unpin -> {
          pins.remove(unpin.entry());
          entries.replaceAll(
              entry -> entry.id().equals(unpin.entry()) ? entry.at(unpin.seq(), false) : entry);
        }
        case LogRow.Removed remove -> {
          pins.remove(remove.entry());
          entries.removeIf(entry -> entry.id().equals(remove.entry()));
        }
        case LogRow.LiveblogChanged _, LogRow.Superseded _ -> {}
      }
    }

    private void set(PublicEntry entry) {
      entries.removeIf(old -> old.id().equals(entry.id()));
      entries.add(entry);
      entries.sort((one, other) -> Long.compare(other.firstSeq(), one.firstSeq()));
    }
  }
}
