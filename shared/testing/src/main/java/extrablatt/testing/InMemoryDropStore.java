package extrablatt.testing;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DropStore;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.media.Upload;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The drop bucket in memory; every drop of a key is a version of its own. */
public final class InMemoryDropStore implements DropStore {
  private record ObjectVersion(String key, String version) {}

  private record Dropped(Bytes bytes, Head head) {}

  private final Map<ObjectVersion, Dropped> objects = new ConcurrentHashMap<>();
  private final Map<String, Source> originals = new ConcurrentHashMap<>();
  private final Map<String, Bytes> rejected = new ConcurrentHashMap<>();
  private final Map<String, Bytes> uploads = new ConcurrentHashMap<>();
  private final AtomicInteger versions = new AtomicInteger();

  /** Drops an object; what comes back is its version. */
  public String drop(
      String key, Bytes bytes, @Nullable String contentType, Map<String, String> metadata) {
    var version = "version-" + versions.incrementAndGet();
    var head = new Head(bytes.length(), contentType, metadata);
    objects.put(new ObjectVersion(key, version), new Dropped(bytes, head));
    return version;
  }

  /** Removes one version of an object. */
  public void remove(String key, String version) {
    objects.remove(new ObjectVersion(key, version));
  }

  /** The originals kept, by {@code receiptId/fileName}. */
  public Map<String, Source> originals() {
    return Map.copyOf(originals);
  }

  /** What was brought to where uploads come, by its key. */
  public Map<String, Bytes> uploads() {
    return Map.copyOf(uploads);
  }

  /** What lies under {@code rejected/}, by {@code receiptId/fileName}, problem documents too. */
  public Map<String, Bytes> rejected() {
    return Map.copyOf(rejected);
  }

  @Override
  public Optional<Head> head(String key, String version) {
    return find(key, version).map(Dropped::head);
  }

  @Override
  public Optional<Bytes> read(String key, String version) {
    return find(key, version).map(Dropped::bytes);
  }

  @Override
  public void keepOriginal(String receiptId, String fileName, Source original) {
    originals.put(receiptId + "/" + fileName, original);
  }

  @Override
  public void upload(Upload upload, Bytes bytes) {
    uploads.put(upload.key(), bytes);
  }

  @Override
  public void reject(String receiptId, String fileName, String key, String version, Bytes problem) {
    find(key, version)
        .ifPresent(dropped -> rejected.put(receiptId + "/" + fileName, dropped.bytes()));
    rejected.put(receiptId + "/" + fileName + ".problem.json", problem);
  }

  private Optional<Dropped> find(String key, String version) {
    return Optional.ofNullable(objects.get(new ObjectVersion(key, version)));
  }
}
