package extrablatt.delivery;

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

/** A newsroom that has no liveblog. */
final class NoLiveblogs implements PublicLog {
  @Override
  public Optional<LiveblogId> bySlug(Slug slug) {
    return Optional.empty();
  }

  @Override
  public Optional<LiveblogHead> head(LiveblogId id) {
    return Optional.empty();
  }

  @Override
  public LogPage after(LiveblogId id, long seq, int limit) {
    return new LogPage(List.of(), null, false);
  }

  @Override
  public LogPage newest(LiveblogId id, int rows) {
    return new LogPage(List.of(), null, false);
  }

  @Override
  public boolean hasRow(LiveblogId id, long seq) {
    return false;
  }

  @Override
  public Page<PublicEntry> entries(LiveblogId id, PageRequest page) {
    return new Page<>(List.of(), null);
  }

  @Override
  public Page<PublicEntry> keyEvents(LiveblogId id, PageRequest page) {
    return new Page<>(List.of(), null);
  }

  @Override
  public List<PublicEntry> entriesAt(LiveblogId id, Collection<Long> firstSeqs) {
    return List.of();
  }

  @Override
  public Optional<PublicEntry> entry(LiveblogId id, EntryId entry) {
    return Optional.empty();
  }

  @Override
  public Page<Bytes> liveblogs(PageRequest page) {
    return new Page<>(List.of(), null);
  }
}
