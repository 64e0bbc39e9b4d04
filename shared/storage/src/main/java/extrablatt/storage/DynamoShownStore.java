package extrablatt.storage;

import extrablatt.domain.ArticleId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.publishing.ShownStore;

/** Which documents show which others, in DynamoDB. */
final class DynamoShownStore implements ShownStore {
  private final Table table;

  DynamoShownStore(Table table) {
    this.table = table;
  }

  @Override
  public Page<ArticleId> articlesWith(LiveblogId liveblog, PageRequest page) {
    var range =
        new Range(Keys.shownIn(liveblog), Keys.FIRST, Keys.LAST, page.limit(), page.after(), true);
    return table.page(range).map(item -> new ArticleId(item.text(Key.SORT)));
  }
}
