package extrablatt.testing;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DropStore;
import extrablatt.domain.media.MediaFile;
import extrablatt.domain.media.MediaStore;
import extrablatt.domain.media.RangedBytes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Media files in memory; every arrival of a key is a version of its own. */
public final class InMemoryMediaStore implements MediaStore {
  /** A file that is handed out. */
  public record HandedOut(Bytes bytes, String mediaType) {}

  private record Arrived(Bytes bytes, Map<String, String> metadata) {}

  private final InMemoryDropStore drops;
  private final Map<Arrival, Arrived> arrivals = new ConcurrentHashMap<>();
  private final Map<String, HandedOut> files = new ConcurrentHashMap<>();
  private final Map<String, Bytes> rejected = new ConcurrentHashMap<>();
  private final AtomicInteger versions = new AtomicInteger();
  private final AtomicLong bytesRead = new AtomicLong();

  InMemoryMediaStore(InMemoryDropStore drops) {
    this.drops = drops;
  }

  /**
   * A file arrives; what comes back is its version. Those that are dropped lie in the drop bucket.
   */
  public String arrive(String key, Bytes bytes, Map<String, String> metadata) {
    var version =
        key.startsWith("uploads/")
            ? "version-" + versions.incrementAndGet()
            : drops.drop(key, bytes, null, metadata);
    arrivals.put(new Arrival(key, version), new Arrived(bytes, metadata));
    return version;
  }

  /** The files that are handed out, by {@code id/fileName}. */
  public Map<String, HandedOut> files() {
    return Map.copyOf(files);
  }

  /** What lies under {@code rejected/}, by {@code receiptId/fileName}, problem documents too. */
  public Map<String, Bytes> rejected() {
    return Map.copyOf(rejected);
  }

  /** How many bytes were read of all arrivals. */
  public long bytesRead() {
    return bytesRead.get();
  }

  @Override
  public Optional<DropStore.Head> head(Arrival arrival) {
    return Optional.ofNullable(arrivals.get(arrival))
        .map(arrived ->
            new DropStore.Head(
                arrived.bytes().length(), null, arrived.metadata(), arrived.bytes().hash()));
  }

  @Override
  public RangedBytes open(Arrival arrival, long size) {
    return new RangedBytes() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public Bytes read(long offset, int length) {
        var arrived = arrivals.get(arrival);
        if (arrived == null) return Bytes.of(new byte[0]);
        int from = (int) Math.min(offset, arrived.bytes().length());
        int to = (int) Math.min(offset + length, arrived.bytes().length());
        bytesRead.addAndGet(to - from);
        return Bytes.of(Arrays.copyOfRange(arrived.bytes().array(), from, to));
      }
    };
  }

  @Override
  public void publish(Arrival arrival, MediaFile file, String mediaType) {
    var arrived = arrivals.get(arrival);
    if (arrived != null) publish(file, arrived.bytes(), mediaType);
  }

  @Override
  public void publish(MediaFile file, Bytes bytes, String mediaType) {
    files.put(file.id() + "/" + file.fileName(), new HandedOut(bytes, mediaType));
  }

  @Override
  public void reject(Arrival arrival, String receiptId, String fileName, Bytes problem) {
    var arrived = arrivals.get(arrival);
    if (arrived != null) rejected.put(receiptId + "/" + fileName, arrived.bytes());
    rejected.put(receiptId + "/" + fileName + ".problem.json", problem);
  }
}
