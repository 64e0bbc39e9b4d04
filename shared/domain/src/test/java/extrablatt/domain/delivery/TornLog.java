package extrablatt.domain.delivery;

import extrablatt.domain.Bytes;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LogRow;
import extrablatt.domain.liveblogs.PublicEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A log as a test puts it, row by row: a transaction may show in part. */
final class TornLog implements PublicLog {
  @Nullable LiveblogHead head;
  final Map<Long, LogRow> rows = new TreeMap<>();
  final Map<Long, PublicEntry> entries = new TreeMap<>();

  /** What happens before the log is read for the n-th time. */
  Runnable beforeNextRead = () -> {};

  int reads;

  @Override
  public Optional<LiveblogId> bySlug(Slug slug) {
    return Optional.ofNullable(head).map(LiveblogHead::id);
  }

  @Override
  public Optional<LiveblogHead> head(LiveblogId id) {
    return Optional.ofNullable(head);
  }

  @Override
  public LogPage after(LiveblogId id, long seq, int limit) {
    var found = rows.values().stream().filter(row -> row.seq() > seq).toList();
    boolean isCut = found.size() > limit;
    return new LogPage(found.stream().limit(limit).toList(), isCut ? null : head, isCut);
  }

  @Override
  public LogPage newest(LiveblogId id, int wanted) {
    reads++;
    beforeNextRead.run();
    var newest =
        rows.values().stream()
            .sorted(Comparator.comparingLong(LogRow::seq).reversed())
            .limit(wanted)
            .toList();
    return new LogPage(newest, head, rows.size() > wanted);
  }

  @Override
  public boolean hasRow(LiveblogId id, long seq) {
    return rows.containsKey(seq);
  }

  @Override
  public Page<PublicEntry> entries(LiveblogId id, PageRequest page) {
    return new Page<>(
        entries.values().stream()
            .sorted(Comparator.comparingLong(PublicEntry::firstSeq).reversed())
            .limit(page.limit())
            .toList(),
        null);
  }

  @Override
  public Page<PublicEntry> keyEvents(LiveblogId id, PageRequest page) {
    return new Page<>(entries.values().stream().filter(PublicEntry::keyEvent).toList(), null);
  }

  @Override
  public List<PublicEntry> entriesAt(LiveblogId id, Collection<Long> firstSeqs) {
    return firstSeqs.stream()
        .flatMap(seq -> Optional.ofNullable(entries.get(seq)).stream())
        .toList();
  }

  @Override
  public Optional<PublicEntry> entry(LiveblogId id, EntryId entry) {
    return entries.values().stream().filter(each -> each.id().equals(entry)).findFirst();
  }

  @Override
  public Page<Bytes> liveblogs(PageRequest page) {
    return new Page<>(List.of(), null);
  }
}
