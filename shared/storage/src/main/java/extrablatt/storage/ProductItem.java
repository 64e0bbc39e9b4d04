package extrablatt.storage;

import extrablatt.domain.ArticleId;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.TeaserId;
import extrablatt.domain.ingest.Product;
import org.jspecify.annotations.Nullable;

/** What a dropped document became, in the rows of its origin and its receipts. */
final class ProductItem {
  private static final String ARTICLE = "article";
  private static final String TEASER = "teaser";
  private static final String LIVEBLOG = "liveblog";
  private static final String ENTRY = "entry";

  private ProductItem() {}

  static ItemWriter write(ItemWriter item, @Nullable Product product) {
    return switch (product) {
      case null -> item;
      case Product.OfArticle(var id) -> item.text(ARTICLE, id);
      case Product.OfTeaser(var id) -> item.text(TEASER, id);
      case Product.OfLiveblog(var id) -> item.text(LIVEBLOG, id);
      case Product.OfEntry(var liveblog, var id) -> item.text(LIVEBLOG, liveblog).text(ENTRY, id);
    };
  }

  static @Nullable Product read(ItemReader item) {
    var entry = item.readOrNull(ENTRY, EntryId::new);
    if (entry != null) return new Product.OfEntry(new LiveblogId(item.text(LIVEBLOG)), entry);
    var teaser = item.readOrNull(TEASER, TeaserId::new);
    if (teaser != null) return new Product.OfTeaser(teaser);
    var liveblog = item.readOrNull(LIVEBLOG, LiveblogId::new);
    if (liveblog != null) return new Product.OfLiveblog(liveblog);
    return item.readOrNull(ARTICLE, id -> new Product.OfArticle(new ArticleId(id)));
  }
}
