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

  /**
   * Whether there is an object, for who may read it if there is: S3 answers 403 for what is missing
   * where nobody may list the bucket.
   */
  boolean has(String key);

  /** Copies one version of an object within the bucket. */
  void copy(String key, String version, String target);

  /** Some bytes of one version of an object; empty if it is gone. */
  Optional<Bytes> range(String key, String version, long offset, int length);

  /** Writes an object that will never change, so that caches may keep it for ever. */
  void putForEver(String key, Bytes bytes, String contentType);

  /**
   * Copies one version of another bucket's object into this one.
   *
   * @param contentType makes the copy one that will never change, of that type; without it the copy
   *     is as the object is
   */
  void copyFrom(
      ObjectStore other, String key, String version, String target, @Nullable String contentType);
}
