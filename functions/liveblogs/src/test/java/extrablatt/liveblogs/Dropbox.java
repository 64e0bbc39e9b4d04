package extrablatt.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.PageRequest;
import extrablatt.domain.ingest.DropStore;
import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.IngestStores;
import extrablatt.domain.ingest.OriginStore;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptStore;
import extrablatt.domain.liveblogs.Entry;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.EntryReading;
import extrablatt.testing.Faults;
import extrablatt.testing.HandClock;
import extrablatt.testing.InMemoryStores;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Entries that are dropped for one liveblog, on stores in memory and a clock by hand. */
final class Dropbox {
  private static final PageRequest ALL = new PageRequest(10_000, null);
  private static final Pattern NUMBERS = Pattern.compile("\"(seq|firstSeq|revision)\":\\d+,?");
  private static final Pattern ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  final InMemoryStores stores = new InMemoryStores();
  final HandClock clock = new HandClock(Newsroom.NOON);
  final LiveblogWriting writing =
      Wiring.writing(
          Newsroom.ENVIRONMENT,
          stores.liveblogs(),
          stores.content(),
          MediaLibrary.NONE,
          clock,
          _ -> {});
  final EntryDesk desk = new EntryDesk(writing);
  final LiveblogId liveblog = Newsroom.liveblogIn(stores, clock);
  final Ingest ingest = ingestWith(Faults.none());
  private final AtomicInteger drops = new AtomicInteger();

  /** An entry with a version of its provider's. */
  static String entry(String guid, long version, String headline) {
    return "{\"guid\": \"%s\", \"version\": %d, \"headline\": \"%s\"}"
        .formatted(guid, version, headline);
  }

  /** An entry of which only the store knows which is the newer. */
  static String plain(String headline) {
    return "{\"headline\": \"%s\"}".formatted(headline);
  }

  /** The order to remove an entry. */
  static String kill(String guid, long version, String reason) {
    return "{\"guid\": \"%s\", \"version\": %d, \"withdraw\": {\"reason\": \"%s\"}}"
        .formatted(guid, version, reason);
  }

  /** Ingest on the same stores, with faults. */
  Ingest ingestWith(Faults faults) {
    var faulty =
        new IngestStores(
            faults.around(ContentStore.class, stores.content()),
            faults.around(DropStore.class, stores.drops()),
            faults.around(OriginStore.class, stores.origins()),
            faults.around(ReceiptStore.class, stores.receipts()));
    return EntryIngestWiring.ingest(
        faulty,
        Wiring.writing(
            Newsroom.ENVIRONMENT,
            faults.around(LiveblogStore.class, stores.liveblogs()),
            faulty.content(),
            MediaLibrary.NONE,
            clock,
            _ -> {}));
  }

  String key(String name) {
    return "liveblogs/demo/" + liveblog + "/" + name;
  }

  /** Drops an object; its sequencer and its time are higher than those before. */
  Dropped drop(String key, String text) {
    int number = drops.incrementAndGet();
    var version = stores.drops().drop(key, Bytes.utf8(text), null, Map.of());
    return new Dropped(key, version, "%018X".formatted(number), Newsroom.NOON.plusMillis(number));
  }

  Dropped drop(String text) {
    return drop(key("tor.json"), text);
  }

  Receipt deliver(Dropped dropped) {
    return ingest.take(dropped, 1, false);
  }

  /** Drops a document and delivers it. */
  Receipt send(String text) {
    return deliver(drop(text));
  }

  Receipt send(String key, String text) {
    return deliver(drop(key, text));
  }

  Receipt receipt(Dropped dropped) {
    return stores.receipts().find(dropped.receiptId()).orElseThrow();
  }

  List<Receipt> receipts() {
    return stores.receipts().list(new ReceiptStore.Filter.All(), ALL).items();
  }

  List<Entry> entries() {
    return stores.liveblogs().entries(liveblog, ALL).items();
  }

  /** The only entry that there is. */
  Entry entry() {
    var all = entries();
    if (all.size() != 1) throw new AssertionError("there are " + all.size() + " entries");
    return all.getFirst();
  }

  /** An editor saves another headline. */
  void edit(String headline) {
    var json = Bytes.utf8("{\"headline\": \"" + headline + "\"}");
    if (!(new EntryJson().replacement(json) instanceof EntryReading.One(var save)))
      throw new AssertionError(headline);
    desk.save(entry(), save, new Caller("desk"), EntryDesk.Alongside.NOTHING);
  }

  /** An editor removes the entry. */
  void remove() {
    desk.remove(entry(), EntryDesk.Alongside.NOTHING);
  }

  /** What the public reads, newest first. */
  List<String> read() {
    return stores.publicLiveblogs().entries(liveblog).stream()
        .map(entry -> entry.whole().joined(clock.instant(), null).text())
        .toList();
  }

  /** How many changes the public has seen. */
  long headSeq() {
    return stores.liveblogs().head(liveblog).orElseThrow().headSeq();
  }

  /** What the laws of ingest fix: what is said, and what the public reads of it. */
  String lawful() {
    var state = new StringBuilder();
    for (var entry : entries())
      state.append(entry.status()).append(' ').append(entry.content().text()).append('\n');
    read().forEach(text -> state.append(text).append('\n'));
    return ID.matcher(NUMBERS.matcher(state).replaceAll("")).replaceAll("ID");
  }

  /** All that newsroom and public see, the log and the receipts too. */
  String whole() {
    var state = new StringBuilder(lawful());
    state.append("headSeq ").append(headSeq()).append('\n');
    for (var entry : entries()) state.append("revision ").append(entry.revision()).append('\n');
    for (var receipt : receipts().reversed())
      state.append(
          "receipt %s %s %s %s %s %s\n"
              .formatted(
                  receipt.key(),
                  receipt.outcome(),
                  receipt.product(),
                  receipt.revision(),
                  receipt.problem(),
                  receipt.warnings()));
    return ID.matcher(state).replaceAll("ID");
  }
}
