package extrablatt.testing;

import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.liveblogs.Batch;
import extrablatt.domain.liveblogs.Due;
import extrablatt.domain.liveblogs.Entry;
import extrablatt.domain.liveblogs.EntryChange;
import extrablatt.domain.liveblogs.EntryStatus;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogChange;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.liveblogs.LogChange;
import extrablatt.domain.liveblogs.LogCommit;
import extrablatt.domain.liveblogs.PublicEntry;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.IdempotencyKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Liveblogs in memory, and what the public reads of them. */
public final class InMemoryLiveblogStore implements LiveblogStore {
  private record EntryKey(LiveblogId liveblog, EntryId entry) {}

  private final Object lock;
  private final InMemoryContentStore content;
  private final Map<LiveblogId, Liveblog> liveblogs = new HashMap<>();
  private final Map<LiveblogId, InMemoryLog> logs = new HashMap<>();
  private final Map<Slug, LiveblogId> slugs = new HashMap<>();
  private final Map<EntryKey, Entry> entries = new HashMap<>();
  private final Map<IdempotencyKey, Batch> batches = new HashMap<>();
  private final Set<Due> due = new HashSet<>();

  InMemoryLiveblogStore(Object lock, InMemoryContentStore content) {
    this.lock = lock;
    this.content = content;
  }

  @Override
  public Optional<Liveblog> find(LiveblogId id) {
    synchronized (lock) {
      return Optional.ofNullable(liveblogs.get(id)).map(this::withHead);
    }
  }

  @Override
  public Optional<LiveblogHead> head(LiveblogId id) {
    synchronized (lock) {
      return Optional.ofNullable(logs.get(id)).map(InMemoryLog::head);
    }
  }

  @Override
  public Optional<LiveblogId> bySlug(Slug slug) {
    synchronized (lock) {
      return Optional.ofNullable(slugs.get(slug));
    }
  }

  @Override
  public Page<Liveblog> desk(PageRequest page) {
    synchronized (lock) {
      var all = liveblogs.values().stream().map(this::withHead).toList();
      return Positions.page(
          all, liveblog -> Positions.of(liveblog.createdAt(), liveblog.id().value()), page);
    }
  }

  @Override
  public Optional<Entry> entry(LiveblogId liveblog, EntryId id) {
    synchronized (lock) {
      return Optional.ofNullable(entries.get(new EntryKey(liveblog, id)));
    }
  }

  @Override
  public Page<Entry> entries(LiveblogId liveblog, PageRequest page) {
    synchronized (lock) {
      var all = entries.values().stream().filter(each -> each.liveblog().equals(liveblog)).toList();
      return Positions.page(all, each -> Positions.of(each.createdAt(), each.id().value()), page);
    }
  }

  @Override
  public List<PublicEntry> published(LiveblogId liveblog, Collection<Long> firstSeqs) {
    synchronized (lock) {
      return log(liveblog).map(log -> log.entriesAt(firstSeqs)).orElse(List.of());
    }
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    synchronized (lock) {
      return due.stream()
          .filter(each -> !each.publishAt().isAfter(now))
          .sorted(Comparator.comparing(Due::publishAt).thenComparing(each -> each.entry().value()))
          .limit(limit)
          .toList();
    }
  }

  @Override
  public void forget(Due past) {
    synchronized (lock) {
      due.remove(past);
    }
  }

  @Override
  public Optional<Batch> batch(IdempotencyKey key) {
    synchronized (lock) {
      return Optional.ofNullable(batches.get(key));
    }
  }

  @Override
  public Commit.Result commit(LogCommit commit) {
    synchronized (lock) {
      var batch = commit.batch();
      if (batch != null && !isWhereItWas(batch)) return Commit.Result.ANSWER_LOST;
      if (!isUnchanged(commit)) return Commit.Result.DOCUMENT_CHANGED;
      var liveblog = commit.liveblog();
      if (liveblog != null && !isSlugFree(liveblog)) return Commit.Result.SLUG_TAKEN;
      var result = content.commit(commit.rest());
      if (result == Commit.Result.DONE) write(commit);
      return result;
    }
  }

  private boolean isWhereItWas(LogCommit.BatchStep step) {
    return Objects.equals(batches.get(step.after().key()), step.before());
  }

  private boolean isUnchanged(LogCommit commit) {
    var log = commit.log();
    if (log != null && !isUnchanged(log)) return false;
    var liveblog = commit.liveblog();
    if (liveblog != null && !isUnchanged(liveblog)) return false;
    return commit.entries().stream().allMatch(this::isUnchanged)
        && commit.rendered().entrySet().stream().allMatch(each -> stands(each, commit.rest()));
  }

  /** What the commit itself changes, it asks for the version of. */
  private boolean stands(Map.Entry<TeaserId, Long> rendered, Commit rest) {
    var id = rendered.getKey();
    return rest.changes().stream().anyMatch(change -> change.after().id().equals(id))
        || content.find(id).filter(state -> state.version() == rendered.getValue()).isPresent();
  }

  private boolean isUnchanged(LogChange change) {
    return log(change.after().id())
        .map(log -> log.isUnchanged(change))
        .orElse(change.before() == null);
  }

  private boolean isUnchanged(LiveblogChange change) {
    var stored = liveblogs.get(change.after().id());
    var before = change.before();
    if (stored == null || before == null) return stored == null && before == null;
    return stored.version() == before.version();
  }

  private boolean isUnchanged(EntryChange change) {
    var stored = entries.get(key(change));
    var before = change.before();
    if (stored == null || before == null) return stored == null && before == null;
    return stored.version() == before.version();
  }

  private boolean isSlugFree(LiveblogChange change) {
    var id = change.after().id();
    return slugs.getOrDefault(change.after().head().slug(), id).equals(id);
  }

  private void write(LogCommit commit) {
    var log = commit.log();
    if (log != null)
      logs.computeIfAbsent(log.after().id(), _ -> new InMemoryLog(log.after())).write(log);
    var liveblog = commit.liveblog();
    if (liveblog != null) {
      liveblogs.put(liveblog.after().id(), liveblog.after());
      slugs.put(liveblog.after().head().slug(), liveblog.after().id());
    }
    commit.entries().forEach(this::write);
    var batch = commit.batch();
    if (batch != null) batches.put(batch.after().key(), batch.after());
  }

  private void write(EntryChange change) {
    var before = change.before();
    var after = change.after();
    if (after == null) entries.remove(key(change));
    else entries.put(key(change), after);
    if (before != null && isScheduled(before)) due.remove(due(before));
    if (after != null && isScheduled(after)) due.add(due(after));
  }

  private static boolean isScheduled(Entry entry) {
    return entry.status() == EntryStatus.SCHEDULED;
  }

  private static Due due(Entry entry) {
    return new Due(required(entry.publishAt()), entry.liveblog(), entry.id());
  }

  private static EntryKey key(EntryChange change) {
    var entry = required(change.after() == null ? change.before() : change.after());
    return new EntryKey(entry.liveblog(), entry.id());
  }

  private Liveblog withHead(Liveblog stored) {
    return stored.with(log(stored.id()).orElseThrow().head());
  }

  /** For what the public reads, under the lock. */
  Optional<InMemoryLog> log(LiveblogId id) {
    return Optional.ofNullable(logs.get(id));
  }

  List<LiveblogHead> heads() {
    return logs.values().stream().map(InMemoryLog::head).toList();
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) throw new IllegalArgumentException("something is missing in the commit");
    return value;
  }
}
