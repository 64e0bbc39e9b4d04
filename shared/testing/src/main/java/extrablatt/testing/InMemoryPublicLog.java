package extrablatt.testing;

import extrablatt.domain.Bytes;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.delivery.LogPage;
import extrablatt.domain.delivery.PublicLog;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.PublicEntry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the public reads of the liveblogs in memory. */
public final class InMemoryPublicLog implements PublicLog {
  private final Object lock;
  private final InMemoryLiveblogStore store;

  InMemoryPublicLog(Object lock, InMemoryLiveblogStore store) {
    this.lock = lock;
    this.store = store;
  }

  @Override
  public Optional<LiveblogId> bySlug(Slug slug) {
    return store.bySlug(slug);
  }

  @Override
  public Optional<LiveblogHead> head(LiveblogId id) {
    return store.head(id);
  }

  @Override
  public LogPage after(LiveblogId id, long seq, int limit) {
    synchronized (lock) {
      var log = store.log(id);
      if (log.isEmpty()) return new LogPage(List.of(), null, false);
      var rows = log.get().after(seq);
      if (rows.size() <= limit) return new LogPage(rows, log.get().head(), false);
      return new LogPage(rows.subList(0, limit), null, true);
    }
  }

  @Override
  public LogPage newest(LiveblogId id, int rows) {
    synchronized (lock) {
      var log = store.log(id);
      if (log.isEmpty()) return new LogPage(List.of(), null, false);
      var all = log.get().newest();
      return new LogPage(
          all.subList(0, Math.min(rows, all.size())), log.get().head(), all.size() > rows);
    }
  }

  @Override
  public boolean hasRow(LiveblogId id, long seq) {
    return after(id, seq - 1, 1).rows().stream().anyMatch(row -> row.seq() == seq);
  }

  @Override
  public Page<PublicEntry> entries(LiveblogId id, PageRequest page) {
    return page(entries(id), page);
  }

  @Override
  public Page<PublicEntry> keyEvents(LiveblogId id, PageRequest page) {
    return page(entries(id).stream().filter(PublicEntry::keyEvent).toList(), page);
  }

  @Override
  public List<PublicEntry> entriesAt(LiveblogId id, Collection<Long> firstSeqs) {
    return store.published(id, firstSeqs);
  }

  @Override
  public Optional<PublicEntry> entry(LiveblogId id, EntryId entry) {
    return entries(id).stream().filter(each -> each.id().equals(entry)).findFirst();
  }

  @Override
  public Page<Bytes> liveblogs(PageRequest page) {
    synchronized (lock) {
      var heads = store.heads().stream().filter(LiveblogHead::isPublic).toList();
      return Positions.page(heads, head -> Positions.of(head.startsAt(), head.id().value()), page)
          .map(LiveblogHead::whole);
    }
  }

  /** All entries of a liveblog, newest first. */
  public List<PublicEntry> entries(LiveblogId id) {
    synchronized (lock) {
      return store.log(id).map(InMemoryLog::entries).orElse(List.of());
    }
  }

  private static Page<PublicEntry> page(List<PublicEntry> entries, PageRequest page) {
    return Positions.page(entries, entry -> Positions.of(Math.toIntExact(entry.firstSeq())), page);
  }
}
