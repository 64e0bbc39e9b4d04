package extrablatt.domain.ingest;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the key of a dropped entry says: from which provider it comes, and for which liveblog.
 *
 * @param liveblog an id or a slug
 */
record EntryPlace(String provider, String liveblog) {
  private static final Pattern KEY =
      Pattern.compile("liveblogs/([^/]+)/([^/]+)/(.*[^/])", Pattern.DOTALL);

  /** Empty if the key stands outside the prefix for entries. */
  static Optional<EntryPlace> of(String key) {
    var parts = KEY.matcher(key);
    if (!parts.matches()) return Optional.empty();
    return Optional.of(new EntryPlace(parts.group(1), parts.group(2)));
  }
}
