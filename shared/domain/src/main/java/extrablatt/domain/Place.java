package extrablatt.domain;

/** Where in a document something is wrong. */
public sealed interface Place {
  /** A JSON Pointer (RFC 6901); the empty one is the whole document. */
  record Pointer(String pointer) implements Place {}

  /** A line and a column of a text, both counted from one. */
  record LineColumn(int line, int column) implements Place {}
}
