package extrablatt.domain.ingest;

/** What became of a dropped document, worst first. */
public enum Outcome {
  /** Something on our side went wrong; it is tried again. */
  FAILED,
  /** It has faults. */
  REJECTED,
  /** Another content came with the same version, and that one stands. */
  CONFLICT,
  /** A newer version was there before. */
  STALE,
  /** The document was a kill. */
  WITHDRAWN,
  /** It is a new revision of a known document. */
  UPDATED,
  /** It is a new document. */
  ACCEPTED,
  /** It says what the last delivery said. */
  DUPLICATE
}
