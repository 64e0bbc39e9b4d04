package extrablatt.domain.delivery;

import extrablatt.domain.Bytes;
import extrablatt.domain.Slug;
import java.time.Instant;

/** What the public finds at a document's address. */
public sealed interface Found {
  /** A document that is the same for everybody, compressed; the hash is of what is compressed. */
  record Stored(Bytes gzip, String hash, Moment moment) implements Found {}

  /** A document as it is for this viewer now. */
  record Joined(Bytes bytes, boolean dependsOnCountry, Moment moment) implements Found {}

  /** The document is visible, but not in the format that was asked for. */
  record NotInThisForm(Moment moment) implements Found {}

  /** The visible document has another slug now. */
  record Moved(Slug slug, Moment moment) implements Found {}

  /** The newsroom took it back. */
  record Withdrawn(String reason, Instant at) implements Found {}

  /** Its time is over. */
  record Expired() implements Found {}

  /** Nothing, or nothing that the public may know of. */
  record NotFound() implements Found {}
}
