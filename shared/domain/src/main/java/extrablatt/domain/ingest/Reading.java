package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.media.MediaFile;
import java.util.List;
import java.util.function.UnaryOperator;

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
   * @param enclosures the pictures that lie beside the documents and that they show
   */
  record Several(
      String format, List<Member> members, List<String> warnings, List<Enclosure> enclosures)
      implements Reading {
    public Several {
      members = List.copyOf(members);
      warnings = List.copyOf(warnings);
      enclosures = List.copyOf(enclosures);
      for (var member : members)
        if (member.reading() instanceof Several)
          throw new IllegalArgumentException("a member holds several documents itself");
    }

    /** Several without a picture beside them. */
    public Several(String format, List<Member> members, List<String> warnings) {
      this(format, members, warnings, List.of());
    }

    /** The same with other readings of its members. */
    public Several with(UnaryOperator<Reading> change) {
      return new Several(
          format,
          members.stream()
              .map(member -> new Member(member.name(), change.apply(member.reading())))
              .toList(),
          warnings,
          enclosures);
    }
  }

  /**
   * A picture that lies beside documents.
   *
   * @param file where it will be fetched; the same bytes under the same name are the same file
   * @param name what it is called among the documents
   * @param mediaType what its name promises
   */
  record Enclosure(MediaFile file, String name, String mediaType, Bytes bytes) {}

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
