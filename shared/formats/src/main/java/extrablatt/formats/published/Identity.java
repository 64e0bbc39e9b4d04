package extrablatt.formats.published;

import extrablatt.domain.ArticleId;
import extrablatt.domain.TeaserId;

/** What our documents are called among those of others. */
public final class Identity {
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

  /** A video teaser's name, which is no address. */
  public static String teaser(TeaserId id) {
    return "urn:extrablatt:video-teaser:" + id.value();
  }
}
