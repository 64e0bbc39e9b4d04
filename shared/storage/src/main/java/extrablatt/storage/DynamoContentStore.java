package extrablatt.storage;

import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Documents in DynamoDB; long bodies and the archive of revisions in the content bucket. */
final class DynamoContentStore implements ContentStore {
  private final Table table;
  private final Supplier<ObjectStore> bucket;

  DynamoContentStore(Table table, Supplier<ObjectStore> bucket) {
    this.table = table;
    this.bucket = bucket;
  }

  @Override
  public Optional<Publication> find(DocumentId id) {
    return table.get(Keys.state(id), true).map(item -> PublicationItem.read(id, item));
  }

  @Override
  public Map<DocumentId, Publication> findAll(Collection<? extends DocumentId> ids) {
    var items = table.getAll(ids.stream().map(Keys::state).distinct().toList());
    var found = new LinkedHashMap<DocumentId, Publication>();
    for (var id : ids) {
      var item = items.get(Keys.state(id));
      if (item != null) found.put(id, PublicationItem.read(id, item));
    }
    return found;
  }

  @Override
  public Optional<DocumentId> bySlug(DocumentKind kind, Slug slug) {
    return table.get(Keys.slug(kind, slug), true).map(item -> Ids.of(kind, SlugItem.readId(item)));
  }

  @Override
  public Optional<Revision> revision(DocumentId id, int number) {
    if (number < 1) return Optional.empty();
    return table.get(Keys.revision(id, number), true).map(item -> RevisionItem.read(item, bucket));
  }

  @Override
  public Page<Revision.Line> revisions(DocumentId id, PageRequest page) {
    var range =
        new Range(
            Keys.document(id),
            Keys.FIRST_REVISION,
            Keys.LAST_REVISION,
            page.limit(),
            Keys.revisionPosition(page.after()),
            true);
    return table.page(range).map(RevisionItem::readLine);
  }

  @Override
  public Page<DeskLine> desk(DocumentKind kind, PageRequest page) {
    var range =
        new Range(
            Keys.desk(kind),
            Keys.FIRST,
            Keys.LAST,
            page.limit(),
            Keys.deskPosition(page.after()),
            true);
    var rows = table.page(range);
    var ids = rows.items().stream().map(row -> Ids.of(kind, DeskItem.readId(row))).toList();
    var states = findAll(ids);
    var lines = rows.items().stream().flatMap(row -> line(kind, row, states).stream()).toList();
    return new Page<>(lines, rows.next());
  }

  @Override
  public boolean isRendered(DocumentId id, Span span, Rendering document) {
    var hash = RenderingCodec.plainOrCut(document).hash();
    return table
        .get(Keys.publicRow(id, span.from()), true)
        .filter(row -> PublicItem.holds(row, hash))
        .isPresent();
  }

  @Override
  public boolean fits(Commit commit) {
    return CommitPlan.of(commit).transaction().fits();
  }

  @Override
  public Commit.Result commit(Commit commit) {
    return CommitPlan.of(commit).write(table, bucket);
  }

  private static Optional<DeskLine> line(
      DocumentKind kind, ItemReader row, Map<DocumentId, Publication> states) {
    return Optional.ofNullable(states.get(Ids.of(kind, DeskItem.readId(row))))
        .map(state -> new DeskLine(state, DeskItem.readLine(row)));
  }
}
