package extrablatt.domain.ingest;

import extrablatt.domain.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one origin: the article that it became, its last delivery, and whether its
 * provider killed it.
 *
 * @param version counts the changes of this record
 * @param last the delivery whose content counts; absent if only a kill has come
 */
public record OriginRecord(
    String provider,
    String guid,
    long version,
    @Nullable ArticleId article,
    @Nullable Delivery last,
    @Nullable Delivery kill) {
  /** The same, its content confirmed by a newer delivery. */
  OriginRecord raisedTo(Delivery newer) {
    return new OriginRecord(provider, guid, version + 1, article, newer, kill);
  }

  /** The same, killed. */
  OriginRecord killedBy(Delivery newKill) {
    return new OriginRecord(provider, guid, version + 1, article, last, newKill);
  }

  /** One delivery: its order, the hash of what it said, and its receipt if it had one. */
  public record Delivery(
      Order order, String hash, @Nullable String receiptId, @Nullable String reason) {}
}
