package extrablatt.domain.articles;

import extrablatt.domain.ArticleId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.ShownStore;
import java.util.LinkedHashSet;
import java.util.function.Function;
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
    return each(page -> shown.articlesWith(liveblog, page));
  }

  /** The same for every article that shows a video teaser, now or next. */
  public int teaserChanged(TeaserId teaser) {
    return each(page -> shown.articlesWith(teaser, page));
  }

  /**
   * Brings an article into the lists of the video teasers that it shows. A teaser that changed
   * before it stood there did not find it, so that it is rendered anew once it does.
   */
  public int articleChanged(ArticleId article) {
    if (!shown.follow(article)) return 0;
    desk.rerender(article);
    return 1;
  }

  private int each(Function<PageRequest, Page<ArticleId>> pages) {
    int rendered = 0;
    @Nullable String after = null;
    do {
      var page = pages.apply(new PageRequest(PAGE, after));
      for (var article : new LinkedHashSet<>(page.items())) {
        desk.rerender(article);
        rendered++;
      }
      after = page.next();
    } while (after != null);
    return rendered;
  }
}
