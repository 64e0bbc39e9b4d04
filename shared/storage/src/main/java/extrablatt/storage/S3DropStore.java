package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DropStore;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.media.Upload;
import java.util.Map;
import java.util.Optional;

/** The drop bucket, and the part of the content bucket that holds originals. */
final class S3DropStore implements DropStore {
  /** The largest object that is ever read, in bytes; what is larger is refused by its head. */
  static final long LARGEST = 10 * 1024 * 1024;

  private final ObjectStore drop;
  private final ObjectStore content;

  S3DropStore(ObjectStore drop, ObjectStore content) {
    this.drop = drop;
    this.content = content;
  }

  @Override
  public Optional<Head> head(String key, String version) {
    return drop.head(key, version);
  }

  @Override
  public Optional<Bytes> read(String key, String version) {
    return drop.get(key, version, LARGEST);
  }

  @Override
  public void keepOriginal(String receiptId, String fileName, Source original) {
    content.put(
        ObjectKeys.original(receiptId, fileName),
        original.bytes(),
        original.contentType(),
        original.metadata());
  }

  @Override
  public void upload(Upload upload, Bytes bytes) {
    if (content.has(upload.key())) return;
    content.put(upload.key(), bytes, upload.contentType(), Map.of());
  }

  @Override
  public void reject(String receiptId, String fileName, String key, String version, Bytes problem) {
    var target = ObjectKeys.rejected(receiptId, fileName);
    drop.copy(key, version, target);
    drop.put(target + ".problem.json", problem, "application/problem+json", Map.of());
  }
}
