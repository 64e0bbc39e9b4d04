package extrablatt.domain.publishing;

import extrablatt.domain.ingest.OriginChange;
import extrablatt.domain.ingest.ReceiptChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written in one transaction: all of it or nothing. */
public record Commit(
    List<Change> changes,
    @Nullable OriginChange origin,
    List<ReceiptChange> receipts,
    @Nullable KeptAnswer answer) {
  public Commit {
    changes = List.copyOf(changes);
    receipts = List.copyOf(receipts);
  }

  /** What became of it. */
  public enum Result {
    /** It is written. */
    DONE,
    /** Somebody else changed one of the documents. */
    DOCUMENT_CHANGED,
    /** A slug belongs to another document. */
    SLUG_TAKEN,
    /** Another delivery of the same origin came in between. */
    ORIGIN_CHANGED,
    /** Another delivery of the same object came in between. */
    RECEIPT_CHANGED,
    /** The caller's key was taken over by another call. */
    ANSWER_LOST
  }
}
