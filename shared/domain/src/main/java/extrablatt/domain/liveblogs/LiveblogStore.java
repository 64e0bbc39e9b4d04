package extrablatt.domain.liveblogs;

import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.IdempotencyKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where liveblogs are kept. Every read sees every commit that was acknowledged before it. Any
 * method throws {@code PublishingException.Busy} when the store refuses for load, also after
 * retries; the outcome of a commit is then unknown.
 */
public interface LiveblogStore {
  /** The editorial state of a liveblog. */
  Optional<Liveblog> find(LiveblogId id);

  /** Where its log stands. */
  Optional<LiveblogHead> head(LiveblogId id);

  /** Which liveblog has a slug; also one that is not public. */
  Optional<LiveblogId> bySlug(Slug slug);

  /** All liveblogs, newest first. */
  Page<Liveblog> desk(PageRequest page);

  /** The editorial state of an entry. */
  Optional<Entry> entry(LiveblogId liveblog, EntryId id);

  /** All entries, those created last first. */
  Page<Entry> entries(LiveblogId liveblog, PageRequest page);

  /** What the public reads of those entries that exist, by the numbers of their first changes. */
  List<PublicEntry> published(LiveblogId liveblog, Collection<Long> firstSeqs);

  /** Entries whose time has come, the longest due first. */
  List<Due> due(Instant now, int limit);

  /** Forgets that an entry was due. */
  void forget(Due due);

  /** How far a call with that key has come. */
  Optional<Batch> batch(IdempotencyKey key);

  /** That a commit has more rows, or bytes, than one transaction holds. */
  final class TransactionFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TransactionFull() {
      super("more than one transaction holds", null, false, false);
    }
  }

  /**
   * Writes all of it or nothing.
   *
   * @throws TransactionFull if that is more than one transaction holds
   */
  Commit.Result commit(LogCommit commit);
}
