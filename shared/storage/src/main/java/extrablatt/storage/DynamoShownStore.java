package extrablatt.storage;

import extrablatt.domain.ArticleId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.ListName;
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

  @Override
  public boolean follow(ArticleId article) {
    return new ShowingRows(table, article).follow();
  }

  /** They stand in the public list of those that show it, one row a span. */
  @Override
  public Page<ArticleId> articlesWith(TeaserId teaser, PageRequest page) {
    var list = Keys.list(new ListName.Showing(teaser));
    var range =
        new Range(list, Keys.FIRST, Keys.LAST, page.limit(), Keys.listPosition(page.after()), true);
    return table.page(range).map(item -> Keys.listedArticle(item.text(Key.SORT)));
  }

  @Override
  public Page<ShowingEntry> entriesWith(TeaserId teaser, PageRequest page) {
    var range =
        new Range(Keys.shownIn(teaser), Keys.FIRST, Keys.LAST, page.limit(), page.after(), true);
    return table.page(range).map(item -> Keys.showingEntry(item.text(Key.SORT)));
  }
}
