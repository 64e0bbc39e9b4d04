package extrablatt.domain.publishing;

/** What a document is to the public at a moment. */
public enum Status {
  DRAFT,
  SCHEDULED,
  PUBLISHED,
  WITHDRAWN,
  EXPIRED
}
