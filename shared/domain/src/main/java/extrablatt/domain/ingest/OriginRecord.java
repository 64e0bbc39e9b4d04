package extrablatt.domain.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one origin: what became of it, its last delivery, and whether its provider
 * killed it.
 *
 * @param version counts the changes of this record
 * @param last the delivery whose content counts; absent if only a kill has come
 */
public record OriginRecord(
    OriginId id,
    long version,
    @Nullable Product product,
    @Nullable Delivery last,
    @Nullable Delivery kill) {
  /** The same, its content confirmed by a newer delivery. */
  OriginRecord raisedTo(Delivery newer) {
    return new OriginRecord(id, version + 1, product, newer, kill);
  }

  /** The same, killed. */
  OriginRecord killedBy(Delivery newKill) {
    return new OriginRecord(id, version + 1, product, last, newKill);
  }

  /** What is known of an origin once a delivery counts, and what became of that. */
  static OriginRecord after(
      @Nullable OriginRecord before, OriginId id, Delivery delivery, @Nullable Product product) {
    return before == null
        ? new OriginRecord(id, 1, product, delivery, null)
        : new OriginRecord(id, before.version + 1, product, delivery, before.kill);
  }

  /** One delivery: its order, the hash of what it said, and its receipt if it had one. */
  public record Delivery(
      Order order, String hash, @Nullable String receiptId, @Nullable String reason) {
    /** Whether it comes before a kill. */
    boolean isOlderThan(@Nullable Delivery killed) {
      return killed != null && order.compareTo(killed.order) < 0;
    }
  }
}
