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
   * The document holds several, such as a news message or a feed.
   *
   * @param members each understood or refused by itself
   * @param warnings what was left out of the whole
   */
  record Several(String format, List<Member> members, List<String> warnings) implements Reading {
    public Several {
      members = List.copyOf(members);
      warnings = List.copyOf(warnings);
      for (var member : members)
        if (member.reading() instanceof Several)
          throw new IllegalArgumentException("a member holds several documents itself");
    }
  }

  /** One of several documents under the name that it has among them. */
  record Member(String name, Reading reading) {}

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
