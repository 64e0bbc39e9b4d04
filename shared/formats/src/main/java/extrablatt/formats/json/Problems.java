package extrablatt.formats.json;

/** The types of problems that a document's text can have, without their path. */
final class Problems {
  static final String MALFORMED = "malformed";
  static final String INVALID = "invalid";

  private Problems() {}
}
