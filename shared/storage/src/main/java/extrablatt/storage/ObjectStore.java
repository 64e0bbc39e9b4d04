package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DropStore;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The few things that we ask of a bucket. */
interface ObjectStore {
  /** Writes an object, over another of the same key. */
  void put(String key, Bytes bytes, @Nullable String contentType, Map<String, String> metadata);

  /** The newest version of an object; empty if there is none. */
  Optional<Bytes> get(String key);

  /**
   * One version of an object; empty if it is gone. One that is longer than {@code limit} bytes is
   * an IllegalArgumentException.
   */
  Optional<Bytes> get(String key, String version, long limit);

  /** What is known of one version of an object; empty if it is gone. */
  Optional<DropStore.Head> head(String key, String version);

  /** Copies one version of an object within the bucket. */
  void copy(String key, String version, String target);
}
