package extrablatt.domain.delivery;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.Rendering;

/** A document as it lies ready for the public. */
public sealed interface PublicBody {
  /** The same for everybody: compressed with gzip, and the hash of what is compressed. */
  record Whole(Bytes gzip, String hash) implements PublicBody {}

  /** Cut at what depends on the moment or the viewer. */
  record Cut(Rendering rendering) implements PublicBody {}
}
