package extrablatt.domain;

/** The id of something that has revisions and can be published. */
public sealed interface DocumentId permits ArticleId, TeaserId, LiveblogId {
  /** The ULID. */
  String value();

  /** What the id belongs to. */
  DocumentKind kind();
}
