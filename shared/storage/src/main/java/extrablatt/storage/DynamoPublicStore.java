package extrablatt.storage;

import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.delivery.ListRow;
import extrablatt.domain.delivery.PublicRow;
import extrablatt.domain.delivery.PublicStore;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Variant;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What the public reads, in DynamoDB; long bodies in the content bucket. */
final class DynamoPublicStore implements PublicStore {
  private final Table table;
  private final Supplier<ObjectStore> bucket;

  DynamoPublicStore(Table table, Supplier<ObjectStore> bucket) {
    this.table = table;
    this.bucket = bucket;
  }

  @Override
  public Optional<PublicRow> at(DocumentId id, Instant now) {
    return last(Keys.publicRows(id), now).map(item -> PublicItem.read(item, bucket));
  }

  @Override
  public Optional<PublicRow> at(DocumentId id, Variant variant, Instant now) {
    return last(Keys.variantRows(id), now).flatMap(item -> PublicItem.read(item, variant, bucket));
  }

  private Optional<ItemReader> last(String partition, Instant now) {
    var range = new Range(partition, Keys.FIRST, Keys.upTo(now), 1, null, false);
    return table.query(range).items().stream().findFirst();
  }

  @Override
  public Optional<DocumentId> bySlug(DocumentKind kind, Slug slug) {
    return table.get(Keys.slug(kind, slug), false).map(item -> Ids.of(kind, SlugItem.readId(item)));
  }

  @Override
  public Page<ListRow> list(ListName list, Instant newest, PageRequest page) {
    var range =
        new Range(
            Keys.list(list),
            Keys.FIRST,
            Keys.upTo(newest),
            page.limit(),
            Keys.listPosition(page.after()),
            false);
    return table.query(range).map(PublicItem::readListed);
  }
}
