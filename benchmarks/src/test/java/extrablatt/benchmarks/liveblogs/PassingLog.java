package extrablatt.benchmarks.liveblogs;

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

/** A log that passes everything on, but for what a test makes it say otherwise. */
class PassingLog implements PublicLog {
  private final PublicLog log;

  PassingLog(PublicLog log) {
    this.log = log;
  }

  @Override
  public Optional<LiveblogId> bySlug(Slug slug) {
    return log.bySlug(slug);
  }

  @Override
  public Optional<LiveblogHead> head(LiveblogId id) {
    return log.head(id);
  }

  @Override
  public LogPage after(LiveblogId id, long seq, int limit) {
    return log.after(id, seq, limit);
  }

  @Override
  public LogPage newest(LiveblogId id, int rows) {
    return log.newest(id, rows);
  }

  @Override
  public boolean hasRow(LiveblogId id, long seq) {
    return log.hasRow(id, seq);
  }

  @Override
  public Page<PublicEntry> entries(LiveblogId id, PageRequest page) {
    return log.entries(id, page);
  }

  @Override
  public Page<PublicEntry> keyEvents(LiveblogId id, PageRequest page) {
    return log.keyEvents(id, page);
  }

  @Override
  public List<PublicEntry> entriesAt(LiveblogId id, Collection<Long> firstSeqs) {
    return log.entriesAt(id, firstSeqs);
  }

  @Override
  public Optional<PublicEntry> entry(LiveblogId id, EntryId entry) {
    return log.entry(id, entry);
  }

  @Override
  public Page<Bytes> liveblogs(PageRequest page) {
    return log.liveblogs(page);
  }
}
