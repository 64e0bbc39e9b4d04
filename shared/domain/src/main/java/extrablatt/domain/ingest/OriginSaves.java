package extrablatt.domain.ingest;

import extrablatt.domain.ingest.OriginRecord.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a delivered content comes to, so that the content that stands in the end is that of
 * the newest delivery, and of two with one version that with the smaller hash.
 */
final class OriginSaves {
  private final OriginTries tries;

  OriginSaves(OriginTries tries) {
    this.tries = tries;
  }

  Receipt save(ReceiptDraft receipt, OriginId id, Delivery delivery, OriginTries.Try taking) {
    return tries.until(id, origin -> saved(receipt, origin, delivery, taking));
  }

  private @Nullable Receipt saved(
      ReceiptDraft receipt,
      @Nullable OriginRecord origin,
      Delivery delivery,
      OriginTries.Try taking) {
    var product = origin == null ? null : origin.product();
    return switch (Comparison.of(delivery, origin == null ? null : origin.last())) {
      case FIRST, NEWER, WINS -> taking.once(origin);
      case SAME -> same(receipt, origin, delivery);
      case OLDER -> left(receipt, Outcome.STALE, product);
      case LOSES -> left(receipt, Outcome.CONFLICT, product);
    };
  }

  private @Nullable Receipt left(ReceiptDraft receipt, Outcome outcome, @Nullable Product product) {
    return tries.receipted(receipt.outcome(outcome, product, null));
  }

  private @Nullable Receipt same(
      ReceiptDraft receipt, @Nullable OriginRecord origin, Delivery delivery) {
    var known = receipt.known();
    var last = origin == null ? null : origin.last();
    if (known != null && last != null && known.id().equals(last.receiptId()))
      return tries.receipted(new ReceiptChange(known, known.lookedAtAgain()));
    var product = origin == null ? null : origin.product();
    var raised = raised(origin, delivery);
    var change = receipt.outcome(Outcome.DUPLICATE, product, null);
    return raised == null ? tries.receipted(change) : tries.written(change, raised);
  }

  /** A duplicate that is newer still raises the stored order. */
  private static @Nullable OriginChange raised(@Nullable OriginRecord origin, Delivery delivery) {
    if (origin == null || origin.last() == null) return null;
    if (delivery.order().compareTo(origin.last().order()) <= 0) return null;
    return new OriginChange(origin, origin.raisedTo(delivery));
  }
}
