package extrablatt.domain.ingest;

import extrablatt.domain.Fault;
import java.util.List;

/** What came of reading a document in a format. */
public sealed interface Reading {
  /** The name of the format that the document was read in, or {@code unknown}. */
  String format();

  /** The document was understood. */
  record Understood(String format, IncomingDocument document) implements Reading {}

  /**
   * The document has faults, all of which are named; {@code problem} is the problem's type, without
   * its path.
   */
  record Refused(String format, String problem, List<Fault> faults) implements Reading {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
