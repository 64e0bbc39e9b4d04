package extrablatt.domain.articles;

import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.videos.TeaserView;
import java.util.Map;

/**
 * An article as the newsroom sees it: its editorial state, one revision's content, and the teasers
 * in that.
 */
public record ArticleView(
    Publication publication,
    int revision,
    ArticleContent content,
    Map<TeaserId, TeaserView> teasers) {
  public ArticleView {
    teasers = Map.copyOf(teasers);
  }
}
