package extrablatt.domain.ingest;

import extrablatt.domain.LiveblogId;
import org.jspecify.annotations.Nullable;

/**
 * What tells origins apart: the provider and its guid, and for an entry the liveblog that it was
 * dropped into, so that one guid in two liveblogs is two entries in whichever order they come.
 *
 * @param liveblog absent for an article
 */
public record OriginId(String provider, String guid, @Nullable LiveblogId liveblog) {
  /** The origin of an article. */
  public static OriginId ofArticle(String provider, String guid) {
    return new OriginId(provider, guid, null);
  }

  /** The origin of an entry. */
  public static OriginId ofEntry(String provider, String guid, LiveblogId liveblog) {
    return new OriginId(provider, guid, liveblog);
  }
}
