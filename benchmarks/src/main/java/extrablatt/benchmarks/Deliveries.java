package extrablatt.benchmarks;

import extrablatt.domain.Bytes;
import extrablatt.domain.Pause;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.ingest.DeliveredArticles;
import extrablatt.domain.ingest.DeliveredLiveblogs;
import extrablatt.domain.ingest.DeliveredTeasers;
import extrablatt.domain.ingest.DropStore;
import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Enclosures;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.IngestStores;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.media.Upload;
import extrablatt.formats.Formats;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.ReceiptJson;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A provider that drops one document again and again; the drop bucket itself is not measured. */
final class Deliveries {
  private final Bench bench;
  private final Ingest ingest;
  private final String key = "publish/benchmark/" + UUID.randomUUID() + ".json";
  private Bytes document = Bytes.utf8("");
  private int drops;

  Deliveries(Bench bench, ArticleDesk desk) {
    this.bench = bench;
    var storage = bench.storage();
    var stores =
        new IngestStores(storage.content(), new Bucket(), storage.origins(), storage.receipts());
    Pause alone =
        tries -> {
          throw new IllegalStateException("nobody else is here");
        };
    var liveblogs = new DeliveredLiveblogs(LiveblogBench.writing(storage, bench.clock()), stores);
    ingest =
        Ingest.ofArticles(
            desk,
            Formats.standard(),
            stores,
            new ReceiptJson(),
            new DeliveredArticles(desk, liveblogs, stores, bench.clock(), alone),
            new DeliveredTeasers(desk, stores, bench.clock(), alone),
            liveblogs,
            new Enclosures(
                storage.uploads(), storage.mediaLibrary(), stores.drops(), bench.clock()));
  }

  void drop(ArticleContent content) {
    document = new ArticleJson().stored(content);
    drops++;
    var dropped =
        new Dropped(key, "version-" + drops, "%016X".formatted(drops), bench.clock().instant());
    var receipt = ingest.take(dropped, 1, false);
    if (receipt.problem() != null) throw new IllegalStateException("refused: " + receipt);
  }

  /** The drop bucket with the newest document. */
  private final class Bucket implements DropStore {
    @Override
    public Optional<Head> head(String key, String version) {
      return Optional.of(new Head(document.length(), "application/json", Map.of()));
    }

    @Override
    public Optional<Bytes> read(String key, String version) {
      return Optional.of(document);
    }

    @Override
    public void upload(Upload upload, Bytes bytes) {}

    @Override
    public void keepOriginal(String receiptId, String fileName, Source original) {}

    @Override
    public void reject(
        String receiptId, String fileName, String key, String version, Bytes problem) {
      throw new IllegalStateException("rejected: " + problem.text());
    }
  }
}
