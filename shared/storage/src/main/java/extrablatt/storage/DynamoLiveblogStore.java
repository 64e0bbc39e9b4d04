package extrablatt.storage;

import extrablatt.domain.DocumentKind;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.liveblogs.Batch;
import extrablatt.domain.liveblogs.Due;
import extrablatt.domain.liveblogs.Entry;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.liveblogs.LogCommit;
import extrablatt.domain.liveblogs.PublicEntry;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.IdempotencyKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Liveblogs in DynamoDB; the archive of revisions in the content bucket. */
final class DynamoLiveblogStore implements LiveblogStore {
  private final Table table;
  private final Supplier<ObjectStore> bucket;

  DynamoLiveblogStore(Table table, Supplier<ObjectStore> bucket) {
    this.table = table;
    this.bucket = bucket;
  }

  @Override
  public Optional<Liveblog> find(LiveblogId id) {
    return liveblog(id, table.getAll(List.of(Keys.state(id), Keys.logHead(id))));
  }

  private static Optional<Liveblog> liveblog(LiveblogId id, Map<Key, ItemReader> rows) {
    var state = rows.get(Keys.state(id));
    var head = rows.get(Keys.logHead(id));
    if (state == null || head == null) return Optional.empty();
    return Optional.of(LiveblogItem.read(id, state, HeadItem.read(head)));
  }

  @Override
  public Optional<LiveblogHead> head(LiveblogId id) {
    return table.get(Keys.logHead(id), true).map(HeadItem::read);
  }

  @Override
  public Optional<LiveblogId> bySlug(Slug slug) {
    return table
        .get(Keys.slug(DocumentKind.LIVEBLOG, slug), true)
        .map(item -> new LiveblogId(SlugItem.readId(item)));
  }

  @Override
  public Page<Liveblog> desk(PageRequest page) {
    var range =
        new Range(
            Keys.desk(DocumentKind.LIVEBLOG),
            Keys.FIRST,
            Keys.LAST,
            page.limit(),
            Keys.deskPosition(page.after()),
            true);
    var lines = table.page(range);
    var ids = lines.items().stream().map(line -> new LiveblogId(DeskItem.readId(line))).toList();
    var keys = new ArrayList<Key>();
    for (var id : ids) keys.addAll(List.of(Keys.state(id), Keys.logHead(id)));
    var rows = table.getAll(keys);
    return new Page<>(
        ids.stream().flatMap(id -> liveblog(id, rows).stream()).toList(), lines.next());
  }

  @Override
  public Optional<Entry> entry(LiveblogId liveblog, EntryId id) {
    return table.get(Keys.entryState(liveblog, id), true).map(EntryStateItem::read);
  }

  @Override
  public Page<Entry> entries(LiveblogId liveblog, PageRequest page) {
    return table
        .page(Keys.entryStates(liveblog, page.limit(), page.after()))
        .map(EntryStateItem::read);
  }

  @Override
  public List<PublicEntry> published(LiveblogId liveblog, Collection<Long> firstSeqs) {
    var keys = firstSeqs.stream().map(seq -> Keys.publicEntry(liveblog, seq)).toList();
    return table.getAll(keys).values().stream().map(PublicEntryItem::read).toList();
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    var range = new Range(Keys.DUE, Keys.FIRST, Keys.upTo(now), limit, null, true);
    return table.queryUpwards(range).items().stream().map(EntryStateItem::readDue).toList();
  }

  @Override
  public void forget(Due due) {
    table.delete(Keys.due(due), Expression.PRESENT);
  }

  @Override
  public Optional<Batch> batch(IdempotencyKey key) {
    return table.get(Keys.batch(key), true).map(item -> BatchItem.read(key, item));
  }

  @Override
  public Commit.Result commit(LogCommit commit) {
    var plan = CommitPlan.of(commit);
    if (!plan.transaction().fits()) throw new TransactionFull();
    return plan.write(table, bucket);
  }
}
