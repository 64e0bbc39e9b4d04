package extrablatt.domain.ingest;

/** Hands an object to ingest once more. */
public interface IngestQueue {
  /** Puts the object of a receipt into the queue again. */
  void replay(Receipt receipt);
}
