package extrablatt.domain.ingest;

import extrablatt.domain.ingest.OriginRecord.Delivery;
import org.jspecify.annotations.Nullable;

/** How a delivery stands to the last one of the same origin. */
enum Comparison {
  /** There was none before. */
  FIRST,
  /** It is newer and says something else. */
  NEWER,
  /** It says the same and is of no older version. */
  SAME,
  /** It is older. */
  OLDER,
  /** It has the same version and other content, and counts, since its hash is the smaller. */
  WINS,
  /** It has the same version and other content, and does not count. */
  LOSES;

  static Comparison of(Delivery delivery, @Nullable Delivery last) {
    if (last == null) return FIRST;
    int order = delivery.order().compareTo(last.order());
    int hash = delivery.hash().compareTo(last.hash());
    if (hash == 0 && (order >= 0 || areWithoutVersion(delivery, last))) return SAME;
    if (order < 0) return OLDER;
    if (order > 0) return NEWER;
    return hash < 0 ? WINS : LOSES;
  }

  /** Only the store knows which of them is the older, and to the provider they are the same. */
  private static boolean areWithoutVersion(Delivery delivery, Delivery last) {
    return delivery.order().version() == null && last.order().version() == null;
  }
}
