package extrablatt.domain.publishing;

import extrablatt.domain.ingest.OriginChange;
import extrablatt.domain.ingest.ReceiptChange;
import extrablatt.domain.media.MediaChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written in one transaction: all of it or nothing.
 *
 * @param media what becomes known of media files with it
 */
public record Commit(
    List<Change> changes,
    @Nullable OriginChange origin,
    List<ReceiptChange> receipts,
    @Nullable KeptAnswer answer,
    @Nullable MediaChange media) {
  public Commit {
    changes = List.copyOf(changes);
    receipts = List.copyOf(receipts);
  }

  /** A commit of which media files know nothing. */
  public Commit(
      List<Change> changes,
      @Nullable OriginChange origin,
      List<ReceiptChange> receipts,
      @Nullable KeptAnswer answer) {
    this(changes, origin, receipts, answer, null);
  }

  /** What became of it. */
  public enum Result {
    /** It is written. */
    DONE,
    /** Somebody else changed one of the documents. */
    DOCUMENT_CHANGED,
    /** A slug belongs to another document. */
    SLUG_TAKEN,
    /** Another delivery of the same origin, or the first file of the same name, came in between. */
    ORIGIN_CHANGED,
    /** Another delivery of the same object came in between. */
    RECEIPT_CHANGED,
    /** The caller's key was taken over by another call. */
    ANSWER_LOST
  }
}
