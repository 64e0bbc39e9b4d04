package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.media.Upload;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bucket into which newsroom systems drop documents, and the one in which originals are kept.
 */
public interface DropStore {
  /**
   * What is known of a dropped object before its bytes are read; the size in bytes.
   *
   * @param eTag tells contents apart; absent where the store has none
   */
  record Head(
      long size,
      @Nullable String contentType,
      Map<String, String> metadata,
      @Nullable String eTag) {
    public Head {
      metadata = Map.copyOf(metadata);
    }

    /** An object without an ETag. */
    public Head(long size, @Nullable String contentType, Map<String, String> metadata) {
      this(size, contentType, metadata, null);
    }
  }

  /** What is known of one version of an object; empty if it is gone. */
  Optional<Head> head(String key, String version);

  /** The bytes of one version of an object; empty if it is gone. */
  Optional<Bytes> read(String key, String version);

  /** Keeps the original of a document that was taken in. */
  void keepOriginal(String receiptId, String fileName, Source original);

  /** Brings a file to where announced uploads come, unless it lies there already. */
  void upload(Upload upload, Bytes bytes);

  /** Copies an object to {@code rejected/}, with its problem document beside it. */
  void reject(String receiptId, String fileName, String key, String version, Bytes problem);
}
