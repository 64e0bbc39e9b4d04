package extrablatt.domain.ingest;

import extrablatt.domain.Pause;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.publishing.Commit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries to write what a delivery comes to until it is written, however many others deliver
 * documents of the same origin, or the same object, at the same time.
 */
final class OriginTries {
  private static final int TRIES = 30;

  private final IngestStores stores;
  private final Pause pause;

  OriginTries(IngestStores stores, Pause pause) {
    this.stores = stores;
    this.pause = pause;
  }

  /**
   * One try: the receipt that now stands, or nothing if others were faster and it is to be tried
   * again.
   */
  interface Try {
    @Nullable Receipt once(@Nullable OriginRecord origin);
  }

  Receipt until(OriginId id, Try attempt) {
    return until(() -> attempt.once(origin(id)));
  }

  /** Tries until there is a receipt. */
  Receipt until(Supplier<@Nullable Receipt> attempt) {
    for (int tries = 1; tries <= TRIES; tries++) {
      if (tries > 1) pause.before(tries);
      var receipt = attempt.get();
      if (receipt != null) return receipt;
    }
    throw new Busy("Too many deliveries of one document at once.", Duration.ofSeconds(5));
  }

  /** Whether others have delivered a document of the same origin since this was read. */
  boolean isOutdated(@Nullable OriginRecord read, OriginId id) {
    var present = origin(id);
    return (present == null ? 0 : present.version()) != (read == null ? 0 : read.version());
  }

  private @Nullable OriginRecord origin(OriginId id) {
    return stores.origins().find(id).orElse(null);
  }

  /** Writes a receipt alone. */
  @Nullable Receipt receipted(ReceiptChange change) {
    return written(change, new Commit(List.of(), null, List.of(change), null));
  }

  /** Writes what leaves the product as it is. */
  @Nullable Receipt written(ReceiptChange change, OriginChange origin) {
    return written(change, new Commit(List.of(), origin, List.of(change), null));
  }

  /** Writes a commit that holds the change of a receipt. */
  @Nullable Receipt written(ReceiptChange change, Commit commit) {
    return after(stores.content().commit(commit), change);
  }

  /**
   * The receipt that stands after a commit; if it failed, that of another delivery of the same
   * object that was faster, if that is why.
   */
  @Nullable Receipt after(Commit.Result result, ReceiptChange change) {
    return result == Commit.Result.DONE ? change.after() : ofAnother(change.after().id());
  }

  /** The receipt that another delivery of the same object has left, if that was faster. */
  @Nullable Receipt ofAnother(String receiptId) {
    return stores
        .receipts()
        .find(receiptId)
        .filter(found -> found.outcome() != Outcome.FAILED)
        .orElse(null);
  }

  /**
   * What is written of a delivery that now counts, beside its product: its receipt, and that of a
   * delivery with the same version that no longer counts.
   *
   * @param last the delivery that counted before
   */
  Commit counted(
      OriginChange origin, ReceiptChange change, @Nullable Delivery last, Delivery winner) {
    var receipts = new ArrayList<>(List.of(change));
    receipts.addAll(loser(last, winner));
    return new Commit(List.of(), origin, receipts, null);
  }

  /**
   * What is written of a delivery that now counts, beside its product.
   *
   * @param before what was known of its origin
   * @param product what became of it
   */
  Commit counted(
      @Nullable OriginRecord before,
      OriginId id,
      Delivery delivery,
      @Nullable Product product,
      ReceiptChange change) {
    var after = OriginRecord.after(before, id, delivery, product);
    var last = before == null ? null : before.last();
    return counted(new OriginChange(before, after), change, last, delivery);
  }

  /** Only remembers a delivery: what is withdrawn or removed for ever stays so. */
  @Nullable Receipt buried(
      ReceiptDraft receipt,
      @Nullable OriginRecord before,
      OriginId id,
      Delivery delivery,
      Outcome outcome) {
    var product = before == null ? null : before.product();
    var change = receipt.outcome(outcome, product, null);
    return written(change, counted(before, id, delivery, product, change));
  }

  private List<ReceiptChange> loser(@Nullable Delivery last, Delivery winner) {
    if (last == null || last.receiptId() == null || !last.order().isSameAs(winner.order()))
      return List.of();
    if (last.hash().equals(winner.hash()) || last.receiptId().equals(winner.receiptId()))
      return List.of();
    var lost = stores.receipts().find(last.receiptId()).orElse(null);
    if (lost == null) return List.of();
    var change = new ReceiptChange(lost, lost.with(Outcome.CONFLICT));
    if (lost.container() == null) return List.of(change);
    var whole = stores.receipts().find(lost.container()).orElse(null);
    if (whole == null) return List.of(change);
    return List.of(change, new ReceiptChange(whole, whole.with(change.after().line())));
  }
}
