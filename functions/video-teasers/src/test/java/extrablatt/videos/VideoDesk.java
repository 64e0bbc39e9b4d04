package extrablatt.videos;

import static java.util.Objects.requireNonNull;

import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.PageRequest;
import extrablatt.domain.TeaserId;
import extrablatt.domain.Ulids;
import extrablatt.domain.articles.Image;
import extrablatt.domain.delivery.Found;
import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.IngestStores;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptStore;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.media.MediaStore;
import extrablatt.domain.media.Upload;
import extrablatt.domain.media.UploadKind;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.domain.videos.TeaserEdit.Alongside;
import extrablatt.domain.videos.TeaserView;
import extrablatt.formats.json.TeaserJson;
import extrablatt.testing.Faults;
import extrablatt.testing.HandClock;
import extrablatt.testing.InMemoryStores;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Media ingest, the desk of teasers and what the public reads, on stores in memory. */
final class VideoDesk {
  static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  static final Caller EDITOR = new Caller("editor");
  static final String SUBTITLES = "WEBVTT\n\n00:00.000 --> 00:01.500\nDie Fähre legt ab.\n";
  private static final PageRequest ALL = new PageRequest(10_000, null);

  final InMemoryStores stores = new InMemoryStores();
  final HandClock clock = new HandClock(NOON);
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger arrivals = new AtomicInteger();
  final TeaserDesk desk =
      new TeaserDesk(
          stores.content(), new TeaserJson(), stores.mediaLibrary(), this::nextId, clock);
  final Ingest ingest = ingestWith(Faults.none());
  private final Kiosk kiosk = new Kiosk(stores.content(), clock, Duration.ZERO);

  /** Later ids sort after earlier ones. */
  private String nextId() {
    var number = ByteBuffer.allocate(10).putInt(ids.incrementAndGet());
    return Ulids.of(clock.millis(), number.array());
  }

  /** Ingest on the same stores, with faults. */
  Ingest ingestWith(Faults faults) {
    var faulty =
        new MediaIngestWiring.Stores(
            new IngestStores(
                faults.around(ContentStore.class, stores.content()),
                stores.drops(),
                stores.origins(),
                faults.around(ReceiptStore.class, stores.receipts())),
            faults.around(MediaStore.class, stores.media()),
            faults.around(MediaLibrary.class, stores.mediaLibrary()),
            stores.uploads());
    return MediaIngestWiring.ingest(faulty, this::nextId, clock, _ -> {});
  }

  /** Drops a file; its sequencer and its time are higher than those before. */
  Dropped drop(String key, Bytes bytes, Map<String, String> metadata) {
    int number = arrivals.incrementAndGet();
    var version = stores.media().arrive(key, bytes, metadata);
    return new Dropped(key, version, "%018X".formatted(number), NOON.plusMillis(number));
  }

  Dropped drop(String key, Bytes bytes) {
    return drop(key, bytes, Map.of());
  }

  Receipt deliver(Dropped dropped) {
    return ingest.take(dropped, 1, false);
  }

  Receipt send(String key, Bytes bytes) {
    return deliver(drop(key, bytes));
  }

  Receipt send(String key, String text) {
    return send(key, Bytes.utf8(text));
  }

  /** Announces a file and sends it. */
  Receipt upload(UploadKind kind, String fileName, Bytes bytes, @Nullable TeaserId teaser) {
    var upload = announce(kind, fileName, bytes.length(), teaser);
    return send(upload.key(), bytes);
  }

  Upload announce(UploadKind kind, String fileName, long size, @Nullable TeaserId teaser) {
    var type =
        switch (kind) {
          case VIDEO -> "video/mp4";
          case POSTER, IMAGE -> "image/jpeg";
          case SUBTITLES -> "text/vtt";
        };
    var language = kind == UploadKind.SUBTITLES ? "de" : null;
    var upload = new Upload(nextId(), kind, fileName, type, size, teaser, language, "desk", NOON);
    stores.uploads().announce(upload, null);
    return upload;
  }

  /** A teaser that an editor has made. */
  TeaserId made(TeaserContent content) {
    return (TeaserId) desk.create(content, EDITOR, Alongside.NOTHING).publication().id();
  }

  TeaserView view(TeaserId id) {
    return desk.view(desk.find(id));
  }

  Publication find(TeaserId id) {
    return desk.find(id);
  }

  /** The teaser that a file came to. */
  static TeaserId teaser(Receipt receipt) {
    if (receipt.product() instanceof Product.OfTeaser(var id)) return id;
    throw new AssertionError("no teaser: " + receipt);
  }

  /** Why a file was not taken. */
  static Receipt.Problem problem(Receipt receipt) {
    return requireNonNull(receipt.problem());
  }

  Image poster(TeaserId id) {
    return requireNonNull(view(id).content().poster());
  }

  List<TeaserId> teasers() {
    return stores.content().desk(DocumentKind.TEASER, ALL).items().stream()
        .map(line -> (TeaserId) line.publication().id())
        .toList();
  }

  /** The only teaser that there is. */
  TeaserId teaser() {
    var all = teasers();
    if (all.size() != 1) throw new AssertionError("there are " + all.size() + " teasers");
    return all.getFirst();
  }

  Found read(TeaserId id) {
    return kiosk.teaser(id.value(), null);
  }

  List<Receipt> receipts() {
    return stores.receipts().list(new ReceiptStore.Filter.All(), ALL).items();
  }

  Receipt receipt(Dropped dropped) {
    return stores.receipts().find(dropped.receiptId()).orElseThrow();
  }
}
