package extrablatt.domain.ingest;

import extrablatt.domain.ingest.OriginRecord.Delivery;
import org.jspecify.annotations.Nullable;

/** How a delivery stands to the last one of the same origin. */
enum Comparison {
  /** There was none before. */
  FIRST,
  /** It is newer and says something else. */
  NEWER,
  /**
   * It says the same and is not an older version. Where only uploads are ordered, that of the same
   * content once more is the same whichever arrives first.
   */
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
    boolean unversioned = delivery.order().version() == null;
    if (order < 0) return hash == 0 && unversioned ? SAME : OLDER;
    if (hash == 0) return SAME;
    if (order > 0) return NEWER;
    return hash < 0 ? WINS : LOSES;
  }
}
