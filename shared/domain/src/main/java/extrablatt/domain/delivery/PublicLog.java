package extrablatt.domain.delivery;

import extrablatt.domain.Bytes;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.PublicEntry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the public may read of liveblogs. A read sees every change that was acknowledged before it;
 * of a change that is being written it may see a part.
 */
public interface PublicLog {
  /** Which liveblog has a slug, public or not. */
  Optional<LiveblogId> bySlug(Slug slug);

  /** Where a log stands. */
  Optional<LiveblogHead> head(LiveblogId id);

  /** The rows after a number, in order, at most so many; and the head if they reach it. */
  LogPage after(LiveblogId id, long seq, int limit);

  /** The head and the newest rows, newest first. */
  LogPage newest(LiveblogId id, int rows);

  /** Whether a row with that number is there. */
  boolean hasRow(LiveblogId id, long seq);

  /** Entries, newest first. */
  Page<PublicEntry> entries(LiveblogId id, PageRequest page);

  /** Key events, newest first. */
  Page<PublicEntry> keyEvents(LiveblogId id, PageRequest page);

  /** Those entries that exist, by the numbers of their first changes. */
  List<PublicEntry> entriesAt(LiveblogId id, Collection<Long> firstSeqs);

  /** One entry. */
  Optional<PublicEntry> entry(LiveblogId id, EntryId entry);

  /** The public liveblogs in JSON, those that start last first. */
  Page<Bytes> liveblogs(PageRequest page);
}
