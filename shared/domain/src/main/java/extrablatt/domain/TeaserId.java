package extrablatt.domain;

/** The id of a video teaser: a ULID. */
public record TeaserId(String value) implements DocumentId {
  public TeaserId {
    Ulids.require(value, "a video teaser");
  }

  @Override
  public DocumentKind kind() {
    return DocumentKind.TEASER;
  }

  @Override
  public String toString() {
    return value;
  }
}
