package extrablatt.domain.ingest;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the key of a dropped article says: from which provider it comes, and whether it is to be
 * published.
 */
record DropPlace(String provider, boolean publishes) {
  private static final Pattern KEY =
      Pattern.compile("(publish|drafts)/([^/]+)/(.*[^/])", Pattern.DOTALL);

  /** Where a document belongs: one that says that it is a draft is none for the public anywhere. */
  DropPlace of(IncomingDocument document) {
    return document.isDraft() ? asDraft() : this;
  }

  /** The same provider's place for drafts. */
  DropPlace asDraft() {
    return new DropPlace(provider, false);
  }

  /** Empty if the key stands outside the prefixes for articles. */
  static Optional<DropPlace> of(String key) {
    var parts = KEY.matcher(key);
    if (!parts.matches()) return Optional.empty();
    return Optional.of(new DropPlace(parts.group(2), parts.group(1).equals("publish")));
  }
}
