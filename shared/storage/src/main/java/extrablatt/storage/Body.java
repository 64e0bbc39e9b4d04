package extrablatt.storage;

import extrablatt.domain.Bytes;
import java.util.function.Supplier;

/**
 * The body of a row: compressed inside the item while it is small, else an object of the content
 * bucket that the item names.
 */
final class Body {
  /** The longest body inside an item, compressed, in bytes. */
  static final int LARGEST_INSIDE = 64 * 1024;

  private static final String INSIDE = "gzip";
  private static final String OBJECT = "object";

  private Body() {}

  /** Where a body is kept; both hold it compressed. */
  sealed interface Kept {
    /** In the item. */
    record Inside(Bytes gzip) implements Kept {}

    /** In an object. */
    record InObject(String key) implements Kept {}
  }

  /** Inside, unless it is too long for that. */
  static Kept keep(Bytes gzip, String objectKey) {
    return gzip.length() <= LARGEST_INSIDE ? new Kept.Inside(gzip) : new Kept.InObject(objectKey);
  }

  static ItemWriter write(ItemWriter item, Kept body) {
    return switch (body) {
      case Kept.Inside(var gzip) -> item.bytes(INSIDE, gzip);
      case Kept.InObject(var key) -> item.text(OBJECT, key);
    };
  }

  /** The compressed body; the bucket is asked only if it is there. */
  static Bytes read(ItemReader item, Supplier<ObjectStore> bucket) {
    var inside = item.bytesOrNull(INSIDE);
    if (inside != null) return inside;
    return required(bucket.get(), item.text(OBJECT));
  }

  /** An object that a row names. */
  static Bytes required(ObjectStore bucket, String key) {
    return bucket
        .get(key)
        .orElseThrow(() -> new IllegalStateException("the content bucket lacks " + key));
  }
}
