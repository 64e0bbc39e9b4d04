package extrablatt.ingest;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Ulids;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.articles.KnownLiveblogs;
import extrablatt.domain.delivery.Found;
import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.ingest.DropStore;
import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Enclosures;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.IngestStores;
import extrablatt.domain.ingest.OriginStore;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptStore;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.media.UploadStore;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.ContentStore.DeskLine;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Status;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.formats.Formats;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.testing.Faults;
import extrablatt.testing.HandClock;
import extrablatt.testing.InMemoryStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/** Ingest, the article desk and what the public reads, on stores in memory and a clock by hand. */
final class Pressroom {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final PageRequest ALL = new PageRequest(10_000, null);

  final InMemoryStores stores = new InMemoryStores();
  private final AtomicInteger ids = new AtomicInteger();
  final HandClock clock = new HandClock(NOON);
  final Queue<Integer> pauses = new ConcurrentLinkedQueue<>();
  final ArticleDesk desk = new ArticleDesk(writing(stores.content()));
  final TeaserDesk teaserDesk =
      new TeaserDesk(stores.content(), new TeaserJson(), MediaLibrary.NONE, this::nextId, clock);
  final LiveblogWriting liveblogs = liveblogWriting(stores.liveblogs(), stores.content());
  final Ingest ingest = ingestWith(Faults.none());
  private final Kiosk kiosk = new Kiosk(stores.content(), clock, Duration.ZERO);
  private final AtomicInteger drops = new AtomicInteger();

  private ArticleWriting writing(ContentStore content) {
    return Wiring.writing(
        content,
        new ArticleJson(),
        KnownLiveblogs.NONE,
        MediaLibrary.NONE,
        "de",
        clock,
        this::nextId);
  }

  /** Later ids sort after earlier ones. */
  private String nextId() {
    var number = ByteBuffer.allocate(10).putInt(ids.incrementAndGet());
    return Ulids.of(clock.millis(), number.array());
  }

  /** Ingest on the same stores, with faults. */
  Ingest ingestWith(Faults faults) {
    var faulty =
        new IngestStores(
            faults.around(ContentStore.class, stores.content()),
            faults.around(DropStore.class, stores.drops()),
            faults.around(OriginStore.class, stores.origins()),
            faults.around(ReceiptStore.class, stores.receipts()));
    return ingest(faulty, faults);
  }

  private Ingest ingest(IngestStores faulty, Faults faults) {
    var store = faults.around(LiveblogStore.class, stores.liveblogs());
    return Wiring.ingest(
        faulty,
        Formats.standard(),
        writing(faulty.content()),
        liveblogWriting(store, faulty.content()),
        new Enclosures(
            faults.around(UploadStore.class, stores.uploads()),
            stores.mediaLibrary(),
            faulty.drops(),
            clock),
        pauses::add);
  }

  private LiveblogWriting liveblogWriting(LiveblogStore store, ContentStore content) {
    return Wiring.liveblogs(
        store, content, MediaLibrary.NONE, "de", clock, this::nextId, pauses::add);
  }

  /** Ingest whose documents and records have faults; the drop bucket's reads are never stale. */
  Ingest ingestOnTable(Faults faults) {
    var faulty =
        new IngestStores(
            faults.around(ContentStore.class, stores.content()),
            stores.drops(),
            faults.around(OriginStore.class, stores.origins()),
            faults.around(ReceiptStore.class, stores.receipts()));
    return ingest(faulty, faults);
  }

  Dropped drop(String key, String text) {
    return drop(key, Bytes.utf8(text), Map.of());
  }

  /** Drops an object; its sequencer and its time are higher than those before. */
  Dropped drop(String key, Bytes bytes, Map<String, String> metadata) {
    var number = drops.incrementAndGet();
    var version = stores.drops().drop(key, bytes, null, metadata);
    return new Dropped(key, version, "%018X".formatted(number), NOON.plusMillis(number));
  }

  Receipt deliver(Dropped dropped) {
    return ingest.take(dropped, 1, false);
  }

  /** Drops a document and delivers it. */
  Receipt send(String key, String text) {
    return deliver(drop(key, text));
  }

  Receipt send(String key, String text, Map<String, String> metadata) {
    return deliver(drop(key, Bytes.utf8(text), metadata));
  }

  Receipt receipt(Dropped dropped) {
    return stores.receipts().find(dropped.receiptId()).orElseThrow();
  }

  /** All receipts, newest first. */
  List<Receipt> receipts() {
    return stores.receipts().list(new ReceiptStore.Filter.All(), ALL).items();
  }

  List<Publication> articles() {
    return desk(DocumentKind.ARTICLE);
  }

  List<Publication> teasers() {
    return desk(DocumentKind.TEASER);
  }

  private List<Publication> desk(DocumentKind kind) {
    return stores.content().desk(kind, ALL).items().stream().map(DeskLine::publication).toList();
  }

  /** The only article that there is. */
  Publication article() {
    var all = articles();
    if (all.size() != 1) throw new AssertionError("there are " + all.size() + " articles");
    return all.getFirst();
  }

  ArticleId articleId() {
    return (ArticleId) article().id();
  }

  Status status() {
    return article().statusAt(clock.instant());
  }

  int revisions() {
    return stores.content().revisions(article().id(), ALL).items().size();
  }

  /** The stored head revision of the only article. */
  String head() {
    var article = article();
    return stores.content().revision(article.id(), article.head()).orElseThrow().content().text();
  }

  /** What the public reads of the only article. */
  String read() {
    return read(articleId().value());
  }

  /** What the public reads at an id or a slug: the document, or what it meets instead. */
  String read(String idOrSlug) {
    return text(kiosk.article(idOrSlug, null));
  }

  String readTeaser(String id) {
    return text(kiosk.teaser(id, null));
  }

  /** What the public reads of every teaser, the oldest first. */
  List<String> readTeasers() {
    return teasers().reversed().stream().map(teaser -> readTeaser(teaser.id().value())).toList();
  }

  /** The visible items of a list. */
  List<String> list(ListName list) {
    return kiosk.list(list, new PageRequest(100, null), null).page().items().stream()
        .map(Bytes::text)
        .toList();
  }

  private static String text(Found found) {
    return switch (found) {
      case Found.Stored(var gzip, _, _) -> unzipped(gzip);
      case Found.Joined(var json, _, _) -> json.text();
      case Found.NotInThisForm _ -> "not in this form";
      case Found.Moved(var slug, _) -> "moved to " + slug;
      case Found.Withdrawn(var reason, _) -> "withdrawn: " + reason;
      case Found.Expired _ -> "expired";
      case Found.NotFound _ -> "not found";
    };
  }

  private static String unzipped(Bytes gzip) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip.array()))) {
      return Bytes.of(in.readAllBytes()).text();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
