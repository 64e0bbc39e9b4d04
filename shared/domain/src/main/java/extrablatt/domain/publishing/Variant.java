package extrablatt.domain.publishing;

/**
 * A form other than our JSON in which the public can have an article (in HTTP's words a further
 * representation of it, RFC 9110, section 3.2).
 */
public enum Variant {
  /** schema.org's NewsArticle in JSON-LD. */
  LINKED_DATA,
  /** IPTC's ninjs 3. */
  NINJS,
  /** IPTC's NewsML-G2. */
  NEWSML_G2,
  /** Page text: what a reader sees, without markup. */
  TEXT,
  /** Markdown under front matter. */
  MARKDOWN
}
