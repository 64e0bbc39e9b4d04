package extrablatt.domain.ingest;

import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.publishing.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the public is to see of a saved delivery. */
enum Visibility {
  /** It stays out of sight, for its provider took it back before it came. */
  KILLED,
  /** It is published, at once or at its own time. */
  PUBLISHED,
  /** Nothing changes. */
  AS_BEFORE;

  private static final String STAYS_WITHDRAWN =
      "The %s is withdrawn and stays so until it is published again.";
  private static final String OLDER_THAN_ITS_KILL =
      "It is older than the provider's order to withdraw it, so it is not published.";
  private static final String NO_TIME_FOR_DRAFTS =
      "It is saved as a draft, so its publish time counts for nothing.";

  /**
   * Decides it; the receipt hears why something is not published.
   *
   * @param what the kind of document, as a noun
   * @param before what it was before; absent if it is new
   * @param kill the provider's order to withdraw it, if there was one
   */
  static Visibility of(
      ReceiptDraft receipt,
      String what,
      @Nullable Status before,
      Delivery delivery,
      @Nullable Delivery kill,
      DropPlace place,
      @Nullable Instant publishAt) {
    if (before == null && kill != null && kill.reason() != null) {
      receipt.warn(STAYS_WITHDRAWN.formatted(what));
      return KILLED;
    }
    if (before == Status.WITHDRAWN) receipt.warn(STAYS_WITHDRAWN.formatted(what));
    else if (delivery.isOlderThan(kill)) receipt.warn(OLDER_THAN_ITS_KILL);
    else if (place.publishes()) return PUBLISHED;
    else if (publishAt != null) receipt.warn(NO_TIME_FOR_DRAFTS);
    return AS_BEFORE;
  }
}
