package extrablatt.storage;

import org.jspecify.annotations.Nullable;

/**
 * Some rows of one partition, the highest first.
 *
 * @param low the lowest sort key that counts, inclusive
 * @param high the highest sort key that counts, inclusive
 * @param after the row after which to begin
 */
record Range(
    String partition,
    String low,
    String high,
    int limit,
    @Nullable String after,
    boolean consistent) {

  /** Where to begin, unless that lies above the range anyway. */
  @Nullable Key start() {
    return after == null || after.compareTo(high) > 0 ? null : new Key(partition, after);
  }

  /** The same with one row more. */
  Range withOneMore() {
    return new Range(partition, low, high, limit + 1, after, consistent);
  }
}
