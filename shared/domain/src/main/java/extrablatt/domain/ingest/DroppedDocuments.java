package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.Destination.Delivered;
import java.util.function.Function;

/** Dropped documents, which are read whole. */
final class DroppedDocuments {
  /** The largest document that is taken in, in bytes. */
  static final long LARGEST = 10 * 1024 * 1024;

  private final DropStore drops;

  DroppedDocuments(DropStore drops) {
    this.drops = drops;
  }

  /** Reads a document, if it is there and no larger than it may be. */
  Delivered read(Dropped dropped, Function<Source, Delivered> reading) {
    var head = drops.head(dropped.key(), dropped.version()).orElse(null);
    if (head == null) return new Delivered.Gone();
    if (head.size() > LARGEST) return tooLarge(head.size());
    var bytes = drops.read(dropped.key(), dropped.version()).orElse(null);
    if (bytes == null) return new Delivered.Gone();
    return reading.apply(
        new Source(bytes, dropped.fileName(), head.contentType(), head.metadata()));
  }

  static Delivered tooLarge(long size) {
    return Delivered.Refused.of(
        "too-large",
        "The document has "
            + size
            + " bytes; at most "
            + LARGEST
            + " are taken. Split it or leave media out.");
  }

  /** Keeps the original of a document that is taken in. */
  void keepOriginal(ReceiptDraft receipt, Source source) {
    drops.keepOriginal(receipt.id(), receipt.dropped().fileName(), source);
  }

  void reject(Dropped dropped, Bytes problem) {
    drops.reject(
        dropped.receiptId(), dropped.fileName(), dropped.key(), dropped.version(), problem);
  }
}
