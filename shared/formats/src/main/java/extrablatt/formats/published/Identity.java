package extrablatt.formats.published;

import extrablatt.domain.ArticleId;
import extrablatt.domain.TeaserId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What our documents are called among those of others. */
public final class Identity {
  /** That news is breaking, as a name among the signals of others. */
  public static final String BREAKING = "urn:extrablatt:signal:breaking";

  private static final String AUTHORS_ROLE = "urn:extrablatt:author:";

  private Identity() {}

  /** An article's name, which is no address. */
  public static String article(ArticleId id) {
    return article(id.value());
  }

  /** The same by its id. */
  public static String article(String id) {
    return "urn:extrablatt:article:" + id;
  }

  /**
   * A picture's name: its address, or what comes of that where it leads nowhere without our host.
   */
  public static String picture(String url) {
    return url.startsWith("/") ? "urn:extrablatt:" + url.substring(1).replace('/', ':') : url;
  }

  /** What an author does, as a name among those of others. */
  public static String authorsRole(String role) {
    return AUTHORS_ROLE + URLEncoder.encode(role, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What an author does by such a name; null if it is no name of ours. */
  public static @Nullable String roleOf(String name) {
    if (!name.startsWith(AUTHORS_ROLE)) return null;
    try {
      return URLDecoder.decode(name.substring(AUTHORS_ROLE.length()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException forged) {
      return null;
    }
  }

  /** A video teaser's name, which is no address. */
  public static String teaser(TeaserId id) {
    return "urn:extrablatt:video-teaser:" + id.value();
  }
}
