package extrablatt.domain.ingest;

import extrablatt.domain.Pause;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.publishing.Commit;
import java.time.Duration;
import java.util.List;
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

  Receipt until(String provider, String guid, Try attempt) {
    for (int tries = 1; tries <= TRIES; tries++) {
      if (tries > 1) pause.before(tries);
      var receipt = attempt.once(origin(provider, guid));
      if (receipt != null) return receipt;
    }
    throw new Busy("Too many deliveries of one document at once.", Duration.ofSeconds(5));
  }

  /** Whether others have delivered a document of the same origin since this was read. */
  boolean isOutdated(@Nullable OriginRecord read, String provider, String guid) {
    var present = origin(provider, guid);
    return (present == null ? 0 : present.version()) != (read == null ? 0 : read.version());
  }

  private @Nullable OriginRecord origin(String provider, String guid) {
    return stores.origins().find(provider, guid).orElse(null);
  }

  /** Writes what leaves the article as it is. */
  @Nullable Receipt written(ReceiptChange change, @Nullable OriginChange origin) {
    var commit = new Commit(List.of(), origin, List.of(change), null);
    return after(stores.content().commit(commit), change);
  }

  /**
   * The receipt that stands after a commit; if it failed, that of another delivery of the same
   * object that was faster, if that is why.
   */
  @Nullable Receipt after(Commit.Result result, ReceiptChange change) {
    if (result == Commit.Result.DONE) return change.after();
    return stores
        .receipts()
        .find(change.after().id())
        .filter(found -> found.outcome() != Outcome.FAILED)
        .orElse(null);
  }

  /** The receipt of a delivery with the same version that no longer counts. */
  List<ReceiptChange> loser(@Nullable Delivery last, Delivery winner) {
    if (last == null || last.receiptId() == null || !last.order().isSameAs(winner.order()))
      return List.of();
    if (last.hash().equals(winner.hash()) || last.receiptId().equals(winner.receiptId()))
      return List.of();
    return stores.receipts().find(last.receiptId()).stream()
        .map(lost -> new ReceiptChange(lost, lost.with(Outcome.CONFLICT)))
        .toList();
  }
}
