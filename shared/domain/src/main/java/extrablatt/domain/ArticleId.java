package extrablatt.domain;

/** The id of an article: a ULID. */
public record ArticleId(String value) implements DocumentId {
  public ArticleId {
    Ulids.require(value, "an article");
  }

  @Override
  public DocumentKind kind() {
    return DocumentKind.ARTICLE;
  }

  @Override
  public String toString() {
    return value;
  }
}
