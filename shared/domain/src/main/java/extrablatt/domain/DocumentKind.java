package extrablatt.domain;

/** What can be published. */
public enum DocumentKind {
  ARTICLE,
  TEASER,
  LIVEBLOG
}
