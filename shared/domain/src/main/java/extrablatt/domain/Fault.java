package extrablatt.domain;

/** One complaint about a document: where it is, and what is wrong and what would mend it. */
public record Fault(Place place, String detail) {
  /** A fault at a JSON Pointer (RFC 6901) into the document. */
  public static Fault at(String pointer, String detail) {
    return new Fault(new Place.Pointer(pointer), detail);
  }

  /** A fault at a line and column of a text, both counted from one. */
  public static Fault at(int line, int column, String detail) {
    return new Fault(new Place.LineColumn(line, column), detail);
  }
}
