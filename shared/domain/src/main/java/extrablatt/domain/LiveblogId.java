package extrablatt.domain;

/** The id of a liveblog: a ULID. */
public record LiveblogId(String value) implements DocumentId {
  public LiveblogId {
    Ulids.require(value, "a liveblog");
  }

  @Override
  public DocumentKind kind() {
    return DocumentKind.LIVEBLOG;
  }

  @Override
  public String toString() {
    return value;
  }
}
