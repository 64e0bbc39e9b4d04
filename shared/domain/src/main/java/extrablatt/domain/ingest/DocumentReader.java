package extrablatt.domain.ingest;

/** Reads a document in whichever format it has. */
public interface DocumentReader {
  /**
   * Finds the format by declared content type, then name, then content, and reads the document in
   * it.
   */
  Reading read(Source source);
}
