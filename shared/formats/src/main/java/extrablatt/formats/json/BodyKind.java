package extrablatt.formats.json;

/** What a JSON body is sent for. */
public enum BodyKind {
  /** It makes a document, by POST or by drop: it may say its guid and version. */
  CREATION,
  /** It replaces a document's content: guid and version are unknown fields. */
  REPLACEMENT
}
