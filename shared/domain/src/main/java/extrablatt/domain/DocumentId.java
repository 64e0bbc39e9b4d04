package extrablatt.domain;

/** The id of something that has revisions and is published. */
public sealed interface DocumentId permits ArticleId, TeaserId {
  /** The ULID. */
  String value();

  /** What the id belongs to. */
  DocumentKind kind();
}
