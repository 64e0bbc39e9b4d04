package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.delivery.LogPage;
import extrablatt.domain.delivery.PublicLog;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LogRow;
import extrablatt.domain.liveblogs.PublicEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the public reads of liveblogs, in DynamoDB. */
final class DynamoPublicLog implements PublicLog {
  private final Table table;

  DynamoPublicLog(Table table) {
    this.table = table;
  }

  @Override
  public Optional<LiveblogId> bySlug(Slug slug) {
    return table
        .get(Keys.slug(DocumentKind.LIVEBLOG, slug), true)
        .map(item -> new LiveblogId(SlugItem.readId(item)));
  }

  @Override
  public Optional<LiveblogHead> head(LiveblogId id) {
    return table.get(Keys.logHead(id), true).map(HeadItem::read);
  }

  @Override
  public LogPage after(LiveblogId id, long seq, int limit) {
    var range =
        new Range(
            Keys.publicRows(id),
            Keys.change(id, seq + 1).sort(),
            Keys.LOG_HEAD,
            limit + 1,
            null,
            true);
    var page = table.queryUpwards(range);
    var rows = new ArrayList<LogRow>();
    @Nullable LiveblogHead head = null;
    for (var item : page.items()) {
      if (HeadItem.isHead(item)) head = HeadItem.read(item);
      else if (rows.size() < limit) rows.add(LogItem.read(item));
    }
    return new LogPage(rows, head, head == null && page.next() != null);
  }

  @Override
  public LogPage newest(LiveblogId id, int rows) {
    var range =
        new Range(
            Keys.publicRows(id), Keys.change(id, 0).sort(), Keys.LOG_HEAD, rows + 1, null, true);
    var items = table.query(range).items();
    if (items.isEmpty() || !HeadItem.isHead(items.getFirst()))
      return new LogPage(List.of(), null, false);
    return new LogPage(
        items.stream().skip(1).map(LogItem::read).toList(),
        HeadItem.read(items.getFirst()),
        items.size() > rows);
  }

  @Override
  public boolean hasRow(LiveblogId id, long seq) {
    return table.get(Keys.change(id, seq), true).isPresent();
  }

  @Override
  public Page<PublicEntry> entries(LiveblogId id, PageRequest page) {
    return table
        .page(Keys.publicEntries(id, page.limit(), page.after()))
        .map(PublicEntryItem::read);
  }

  @Override
  public Page<PublicEntry> keyEvents(LiveblogId id, PageRequest page) {
    var pointers = table.page(Keys.keyEvents(id, page.limit(), page.after()));
    var numbers = pointers.items().stream().map(PublicEntryItem::firstSeq).toList();
    return new Page<>(entriesAt(id, numbers), pointers.next());
  }

  @Override
  public List<PublicEntry> entriesAt(LiveblogId id, Collection<Long> firstSeqs) {
    var keys = firstSeqs.stream().map(seq -> Keys.publicEntry(id, seq)).toList();
    var found = table.getAll(keys);
    return keys.stream()
        .map(found::get)
        .filter(item -> item != null)
        .map(PublicEntryItem::read)
        .toList();
  }

  @Override
  public Optional<PublicEntry> entry(LiveblogId id, EntryId entry) {
    return table
        .get(Keys.publicEntryId(id, entry), true)
        .map(PublicEntryItem::firstSeq)
        .flatMap(firstSeq -> table.get(Keys.publicEntry(id, firstSeq), true))
        .map(PublicEntryItem::read);
  }

  @Override
  public Page<Bytes> liveblogs(PageRequest page) {
    return table.page(Keys.liveblogs(page.limit(), page.after())).map(LiveblogItem::readListed);
  }
}
