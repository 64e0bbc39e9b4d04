package extrablatt.domain.ingest;

import static java.util.Objects.requireNonNull;

import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.publishing.Commit;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was delivered out of the public's sight for its provider, or remembers that it is to
 * be done when the document comes. Of several kills the newest one's reason stands.
 */
final class OriginKills {
  private final OriginTries tries;

  OriginKills(OriginTries tries) {
    this.tries = tries;
  }

  /** What is killed. */
  interface Target {
    /** Whether somebody has published it again since it was killed. */
    boolean isBack(Product product);

    /** Takes it out of sight and writes the rest in the same transaction. */
    Commit.Result kill(Product product, String reason, Commit rest);
  }

  Receipt kill(ReceiptDraft receipt, OriginId id, Delivery kill, Target target) {
    return tries.until(
        id,
        origin ->
            switch (Comparison.of(kill, origin == null ? null : origin.kill())) {
              case FIRST, NEWER, WINS -> killed(receipt, id, origin, kill, target);
              case SAME -> killedAgain(receipt, id, origin, kill, target);
              case OLDER -> left(receipt, Outcome.STALE, origin);
              case LOSES -> left(receipt, Outcome.CONFLICT, origin);
            });
  }

  private @Nullable Receipt left(
      ReceiptDraft receipt, Outcome outcome, @Nullable OriginRecord origin) {
    return tries.receipted(receipt.outcome(outcome, product(origin), null));
  }

  /** The same kill once more changes nothing, unless it is newer than what an editor published. */
  private @Nullable Receipt killedAgain(
      ReceiptDraft receipt,
      OriginId id,
      @Nullable OriginRecord origin,
      Delivery kill,
      Target target) {
    var known = origin == null ? null : origin.kill();
    var product = product(origin);
    var isNewer = known != null && kill.order().compareTo(known.order()) > 0;
    if (isNewer && product != null && target.isBack(product))
      return killed(receipt, id, origin, kill, target);
    var change = receipt.outcome(Outcome.DUPLICATE, product, null);
    return origin == null || !isNewer
        ? tries.receipted(change)
        : tries.written(change, new OriginChange(origin, origin.killedBy(kill)));
  }

  private @Nullable Receipt killed(
      ReceiptDraft receipt,
      OriginId id,
      @Nullable OriginRecord origin,
      Delivery kill,
      Target target) {
    var record = origin == null ? new OriginRecord(id, 1, null, null, kill) : origin.killedBy(kill);
    var product = record.product();
    var change = receipt.outcome(Outcome.WITHDRAWN, product, null);
    var rest =
        tries.counted(
            new OriginChange(origin, record), change, origin == null ? null : origin.kill(), kill);
    if (product == null) return tries.written(change, rest);
    return tries.after(target.kill(product, requireNonNull(kill.reason()), rest), change);
  }

  private static @Nullable Product product(@Nullable OriginRecord origin) {
    return origin == null ? null : origin.product();
  }
}
