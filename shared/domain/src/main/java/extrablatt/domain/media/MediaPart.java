package extrablatt.domain.media;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one file says of a teaser.
 *
 * @param slot the file's key: a newer version of it takes the place of the older one
 * @param delivery its order, the hash of what it holds, and its receipt
 * @param said what it says of the teaser, as a teaser's content is stored
 * @param publishAt when the teaser shall be public, if it says so
 * @param title how the file calls itself, for a teaser that has no title otherwise
 * @param guid by which its provider knows it
 */
public record MediaPart(
    String slot,
    Kind kind,
    Delivery delivery,
    Bytes said,
    @Nullable Instant publishAt,
    @Nullable String title,
    @Nullable String guid) {
  /** What a file is for, in the order in which they count. */
  public enum Kind {
    /** What the provider says of the film. */
    METADATA,
    /** The film, or a playlist of its renditions. */
    FILM,
    /** A picture that stands for the film. */
    POSTER,
    /** Subtitles. */
    SUBTITLES
  }

  /** The same, confirmed by a newer delivery of the same content. */
  public MediaPart raisedTo(Delivery newer) {
    var raised = new Delivery(newer.order(), delivery.hash(), delivery.receiptId(), null);
    return new MediaPart(slot, kind, raised, said, publishAt, title, guid);
  }
}
