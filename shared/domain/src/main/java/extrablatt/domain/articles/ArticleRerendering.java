package extrablatt.domain.articles;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.PageRequest;
import extrablatt.domain.publishing.ShownStore;
import org.jspecify.annotations.Nullable;

/** Renders articles anew when something that they show says something else. */
public final class ArticleRerendering {
  private static final int PAGE = 100;

  private final ArticleDesk desk;
  private final ShownStore shown;

  public ArticleRerendering(ArticleDesk desk, ShownStore shown) {
    this.desk = desk;
    this.shown = shown;
  }

  /**
   * Renders every article that shows a liveblog; how many they are. Done twice it does no harm, and
   * after a failure in the middle it is done again from the beginning.
   */
  public int liveblogChanged(LiveblogId liveblog) {
    int rendered = 0;
    @Nullable String after = null;
    do {
      var page = shown.articlesWith(liveblog, new PageRequest(PAGE, after));
      for (var article : page.items()) {
        desk.rerender(article);
        rendered++;
      }
      after = page.next();
    } while (after != null);
    return rendered;
  }
}
