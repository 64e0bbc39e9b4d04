package extrablatt.domain.liveblogs;

import extrablatt.domain.Caller;
import extrablatt.domain.EntryId;
import extrablatt.domain.Fault;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.PublishingException.Conflict;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.PublishingException.StaleRevision;
import extrablatt.domain.PublishingException.TooLarge;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.Bodies;
import extrablatt.domain.liveblogs.LiveblogStore.TransactionFull;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.videos.TeaserView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where entries are edited, pinned and removed; {@link EntryPosting} posts new ones. */
public final class EntryDesk {
  private static final String TOO_MUCH_AT_ONCE =
      "changes too many video teasers at once, with the pins that are written anew; change it in"
          + " steps, or unpin some entries first";

  private static final String REMOVED = "The liveblog entry that it came with was removed.";

  /** It saves nothing, so nobody reads its name. */
  private static final Caller RENDERER = new Caller("publication");

  private final LiveblogWriting writing;

  public EntryDesk(LiveblogWriting writing) {
    this.writing = writing;
  }

  /** What is written with the change of an entry, given what stands then. */
  @FunctionalInterface
  public interface Alongside extends Function<EntryView, Commit> {
    /** Nothing. */
    Alongside NOTHING = _ -> new Commit(List.of(), null, List.of(), null);
  }

  /**
   * The editorial state of an entry.
   *
   * @throws NotFound if there is none
   */
  public Entry find(LiveblogId liveblog, EntryId id) {
    return writing
        .store()
        .entry(liveblog, id)
        .orElseThrow(() -> new NotFound("There is no entry " + id + "."));
  }

  /** An entry as the newsroom sees it. */
  public EntryView view(Entry entry) {
    return views(List.of(entry)).getFirst();
  }

  /** All entries of a liveblog as the newsroom sees them, those created last first. */
  public Page<EntryView> list(LiveblogId liveblog, PageRequest request) {
    var page = writing.store().entries(liveblog, request);
    return new Page<>(views(page.items()), page.next());
  }

  private List<EntryView> views(List<Entry> entries) {
    if (entries.isEmpty()) return List.of();
    var numbers = entries.stream().flatMap(entry -> firstSeq(entry).stream()).toList();
    var published = writing.store().published(entries.getFirst().liveblog(), numbers);
    return entries.stream()
        .map(entry -> {
          var content = writing.entryForms().read(entry.content());
          return new EntryView(
              entry,
              published.stream()
                  .filter(each -> each.id().equals(entry.id()))
                  .findFirst()
                  .orElse(null),
              content,
              new EntryTeasers(writing, writing.clock().instant()).views(content.body()));
        })
        .toList();
  }

  private static List<Long> firstSeq(Entry entry) {
    return entry.firstSeq() == null ? List.of() : List.of(entry.firstSeq());
  }

  /**
   * Looks whether an entry may become what is wanted of it, before anybody looks at what it says.
   *
   * @throws Conflict if a published entry shall be none
   */
  public void requireSavable(Entry current, EntrySave save) {
    if (current.status() == EntryStatus.PUBLISHED
        && save.statusAt(writing.clock().instant()) != EntryStatus.PUBLISHED)
      throw new Conflict("A published entry stays published; it can be removed.");
  }

  /**
   * Saves a new head revision of an entry that was read before, unless it says what stands; what
   * was published stays so.
   *
   * @throws InvalidContent naming every fault
   * @throws Conflict if a published entry shall be none
   * @throws StaleRevision if somebody changed the entry in between
   * @throws Overtaken if what is written with it was changed by another delivery
   */
  public EntryView save(Entry current, EntrySave save, Caller caller, Alongside alongside) {
    var now = writing.clock().instant();
    requireSavable(current, save);
    var status = save.statusAt(now);
    var prepared = new EntryPreparation(writing, now, caller);
    var content = prepared.settled(save.content(), "");
    prepared.requireFitting(content, now);
    var stored = writing.entryForms().stored(content);
    var publishAt = save.publishAtOf(status);
    var origin = save.origin() == null ? current.origin() : save.origin();
    if (stored.equals(current.content())
        && status == current.status()
        && Objects.equals(publishAt, current.publishAt())
        && Origin.sayTheSame(origin, current.origin())) return view(current);
    var own =
        Stream.concat(current.ownTeasers().stream(), prepared.teasers().created().stream())
            .toList();
    return changing(
        current,
        alongside,
        step -> {
          var publishedAt =
              status == EntryStatus.PUBLISHED && current.publishedAt() == null
                  ? now
                  : current.publishedAt();
          PublicEntry published = null;
          if (status == EntryStatus.PUBLISHED) {
            prepared.teasers().publish(own, content.body());
            var face = prepared.face(current.revision() + 1, required(publishedAt), now, content);
            var old = step.published();
            published =
                old == null
                    ? step.log().post(current.id(), face, content.keyEvent())
                    : step.log().edit(old, face, content.keyEvent());
          }
          var entry =
              new Entry(
                  current.liveblog(),
                  current.id(),
                  current.version() + 1,
                  current.revision() + 1,
                  status,
                  publishAt,
                  published == null ? null : Long.valueOf(published.firstSeq()),
                  current.createdAt(),
                  publishedAt,
                  now,
                  caller.name(),
                  origin,
                  own,
                  published == null ? List.of() : Bodies.teasers(content.body()),
                  stored);
          return new Result(
              entry,
              published,
              content,
              prepared.teasers(),
              prepared.teasers().views(content.body()));
        });
  }

  /**
   * Makes a scheduled entry visible whose time has come; does nothing if it is not due any more.
   */
  public void publish(Due due, Caller caller) {
    var current = writing.store().entry(due.liveblog(), due.entry()).orElse(null);
    if (current == null || !due.publishAt().equals(current.publishAt())) {
      writing.store().forget(due);
      return;
    }
    if (current.status() != EntryStatus.SCHEDULED || isRetracted(due)) {
      writing.store().forget(due);
      return;
    }
    try {
      publish(current, due.publishAt(), caller);
    } catch (StaleRevision _) {
      // Whoever changed it meanwhile has said anew when it is due.
      return;
    }
  }

  private boolean isRetracted(Due due) {
    var head = writing.store().head(due.liveblog());
    return head.isEmpty() || head.get().retraction() != null;
  }

  private void publish(Entry current, Instant publishedAt, Caller caller) {
    var now = writing.clock().instant();
    var content = writing.entryForms().read(current.content());
    var prepared = new EntryPreparation(writing, now, caller);
    changing(
        current,
        Alongside.NOTHING,
        step -> {
          prepared.teasers().publish(current.ownTeasers(), content.body());
          var face = prepared.face(current.revision(), publishedAt, publishedAt, content);
          var published = step.log().post(current.id(), face, content.keyEvent());
          var entry =
              new Entry(
                  current.liveblog(),
                  current.id(),
                  current.version() + 1,
                  current.revision(),
                  EntryStatus.PUBLISHED,
                  null,
                  published.firstSeq(),
                  current.createdAt(),
                  publishedAt,
                  publishedAt,
                  current.savedBy(),
                  current.origin(),
                  current.ownTeasers(),
                  Bodies.teasers(content.body()),
                  current.content());
          return new Result(
              entry,
              published,
              content,
              prepared.teasers(),
              prepared.teasers().views(content.body()));
        });
  }

  /**
   * Removes an entry with every trace of it that the public could read.
   *
   * @throws StaleRevision if somebody changed the entry in between
   * @throws Overtaken if what is written with it was changed by another delivery
   */
  public void remove(Entry current, Alongside alongside) {
    try {
      removed(current, alongside);
    } catch (TransactionFull _) {
      // One by one they go out of sight before the entry does; a crash in between leaves it to do.
      for (var teaser : current.ownTeasers()) withdraw(teaser);
      removed(current, alongside);
    }
  }

  private void withdraw(TeaserId teaser) {
    for (int tries = 1; tries <= LiveblogDesk.TRIES; tries++) {
      var teasers = new EntryTeasers(writing, writing.clock().instant());
      teasers.withdraw(List.of(teaser), REMOVED);
      var changes = teasers.changes();
      if (changes.isEmpty()) return;
      var commit = new Commit(changes, null, List.of(), null);
      var result =
          writing.store().commit(new LogCommit(null, null, List.of(), null, Map.of(), commit));
      if (result == Commit.Result.DONE) return;
      writing.pause().before(tries);
    }
    throw LiveblogDesk.busy();
  }

  private void removed(Entry current, Alongside alongside) {
    var now = writing.clock().instant();
    changed(
        current,
        alongside,
        step -> {
          var teasers = new EntryTeasers(writing, now);
          teasers.withdraw(current.ownTeasers(), REMOVED);
          var old = step.published();
          if (old != null) step.log().remove(old);
          var content = writing.entryForms().read(current.content());
          return new Result(null, null, content, teasers, Map.of());
        });
  }

  /**
   * Pins an entry, or moves the pin, to a position; 0 is the top, and beyond the last it is the
   * last.
   *
   * @throws Conflict if the entry is not published
   * @throws InvalidContent if too many are pinned
   * @throws StaleRevision if somebody changed the entry in between
   */
  public EntryView pin(Entry current, int position, Alongside alongside) {
    requirePinnable(current);
    var content = writing.entryForms().read(current.content());
    return changing(
        current,
        alongside,
        step -> {
          var old = required(step.published());
          if (isPinnedAt(step.head(), current.id(), position))
            return unchanged(current, old, content);
          if (!old.pinned() && step.head().pins().size() >= LiveblogHead.MOST_PINS)
            throw new InvalidContent(
                List.of(
                    Fault.at(
                        "", "at most %d entries can be pinned".formatted(LiveblogHead.MOST_PINS))));
          return marked(current, step.log().pin(old, position), content);
        });
  }

  private static boolean isPinnedAt(LiveblogHead head, EntryId id, int position) {
    var pins = head.pins();
    int last = pins.size() - 1;
    return last >= 0 && pins.get(Math.min(position, last)).entry().equals(id);
  }

  /**
   * Takes the pin from an entry; one that is not pinned stays as it is.
   *
   * @throws StaleRevision if somebody changed the entry in between
   */
  public EntryView unpin(Entry current, Alongside alongside) {
    requirePinnable(current);
    var content = writing.entryForms().read(current.content());
    return changing(
        current,
        alongside,
        step -> {
          var old = required(step.published());
          return old.pinned()
              ? marked(current, step.log().unpin(old), content)
              : unchanged(current, old, content);
        });
  }

  /**
   * Renders anew what the public reads of an entry, since a teaser in it says something else now:
   * its log goes on, its revision and its editorial state stay. It may be done twice, and in
   * whichever order: what reads as it stands is not written.
   *
   * @return whether anything was written
   * @throws Busy if others keep changing it
   */
  public boolean rerender(LiveblogId liveblog, EntryId id) {
    for (int tries = 1; tries <= LiveblogDesk.TRIES; tries++) {
      var current = writing.store().entry(liveblog, id).orElse(null);
      if (current == null || current.status() != EntryStatus.PUBLISHED) return false;
      try {
        var before = view(current).published();
        var after = rerender(current).published();
        return !Objects.equals(before, after);
      } catch (StaleRevision _) {
        writing.pause().before(tries);
      } catch (NotFound | Conflict | TooLarge | InvalidContent _) {
        // It was removed meanwhile, its liveblog is withdrawn, or it would grow too long, or there
        // are too many pins to write anew with it: it stays.
        return false;
      }
    }
    throw LiveblogDesk.busy();
  }

  private EntryView rerender(Entry current) {
    var content = writing.entryForms().read(current.content());
    return changing(
        current,
        Alongside.NOTHING,
        step -> {
          var prepared = new EntryPreparation(writing, writing.clock().instant(), RENDERER);
          var face =
              prepared.face(
                  current.revision(),
                  required(current.publishedAt()),
                  required(current.updatedAt()),
                  content);
          var old = required(step.published());
          var published =
              old.face().equals(face) ? old : step.log().edit(old, face, content.keyEvent());
          return new Result(
              current,
              published,
              content,
              prepared.teasers(),
              prepared.teasers().views(content.body()));
        });
  }

  private static List<TeaserId> shown(@Nullable Entry entry) {
    return entry == null ? List.of() : entry.shownTeasers();
  }

  private Result marked(Entry current, PublicEntry published, EntryContent content) {
    var entry =
        new Entry(
            current.liveblog(),
            current.id(),
            current.version() + 1,
            current.revision(),
            current.status(),
            current.publishAt(),
            current.firstSeq(),
            current.createdAt(),
            current.publishedAt(),
            current.updatedAt(),
            current.savedBy(),
            current.origin(),
            current.ownTeasers(),
            current.shownTeasers(),
            current.content());
    return unchanged(entry, published, content);
  }

  private Result unchanged(Entry entry, PublicEntry published, EntryContent content) {
    var teasers = new EntryTeasers(writing, writing.clock().instant());
    return new Result(entry, published, content, teasers, teasers.views(content.body()));
  }

  /**
   * Looks whether an entry can have a pin, before anybody asks for the position.
   *
   * @throws Conflict if it is not published
   */
  public static void requirePinnable(Entry entry) {
    if (entry.status() != EntryStatus.PUBLISHED)
      throw new Conflict("Only a published entry can be pinned and unpinned.");
  }

  /** One try of a change: where the log stands, and the entry in it. */
  private record Step(LiveblogHead head, LogWriter log, @Nullable PublicEntry published) {}

  /** What one try comes to; without an entry it is removed. */
  private record Result(
      @Nullable Entry entry,
      @Nullable PublicEntry published,
      EntryContent content,
      EntryTeasers teasers,
      Map<TeaserId, TeaserView> views) {}

  private EntryView changing(Entry current, Alongside alongside, Function<Step, Result> change) {
    try {
      return changed(current, alongside, change);
    } catch (TransactionFull _) {
      throw new InvalidContent(List.of(Fault.at("/body", TOO_MUCH_AT_ONCE)));
    }
  }

  private EntryView changed(Entry current, Alongside alongside, Function<Step, Result> change) {
    for (int tries = 1; tries <= LiveblogDesk.TRIES; tries++) {
      var step = step(current);
      LiveblogDesk.requireStanding(step.head());
      if (current.firstSeq() != null && step.published() == null) {
        // A transaction that shows in part, or a removal.
        requireUnchanged(current);
        writing.pause().before(tries);
        continue;
      }
      var tried = tried(change, step);
      if (tried.isEmpty()) {
        requireUnchanged(current);
        writing.pause().before(tries);
        continue;
      }
      var result = tried.get();
      var view =
          new EntryView(
              result.entry() == null ? current : result.entry(),
              result.published(),
              result.content(),
              result.views());
      var log = step.log().change();
      if (current.equals(result.entry()) && log.rows().isEmpty()) return view;
      var rest = alongside.apply(view);
      var commit =
          new LogCommit(
              log.rows().isEmpty() ? null : log,
              null,
              List.of(new EntryChange(current, result.entry())),
              null,
              result.teasers().versions(shown(result.entry())),
              new Commit(
                  result.teasers().changes(), rest.origin(), rest.receipts(), rest.answer()));
      switch (writing.store().commit(commit)) {
        case DONE -> {
          return view;
        }
        case ANSWER_LOST -> throw LiveblogDesk.lost();
        case ORIGIN_CHANGED, RECEIPT_CHANGED -> throw new Overtaken();
        case SLUG_TAKEN -> throw LiveblogDesk.busy();
        case DOCUMENT_CHANGED -> {
          result.teasers().readAnew();
          writing.pause().before(tries);
        }
      }
      requireUnchanged(current);
    }
    throw LiveblogDesk.busy();
  }

  /** Empty if the log went on while it was read. */
  private static Optional<Result> tried(Function<Step, Result> change, Step step) {
    try {
      return Optional.of(change.apply(step));
    } catch (LogWriter.Overtaken _) {
      return Optional.empty();
    }
  }

  private Step step(Entry current) {
    var head =
        writing
            .store()
            .head(current.liveblog())
            .orElseThrow(() -> new NotFound("There is no liveblog " + current.liveblog() + "."));
    var log =
        new LogWriter(
            head,
            writing.clock().instant(),
            pins ->
                writing
                    .store()
                    .published(current.liveblog(), pins.stream().map(Pin::firstSeq).toList()));
    var published =
        current.firstSeq() == null
            ? null
            : writing.store().published(current.liveblog(), List.of(current.firstSeq())).stream()
                .findFirst()
                .orElse(null);
    return new Step(head, log, published);
  }

  private void requireUnchanged(Entry current) {
    var present = find(current.liveblog(), current.id());
    if (present.version() != current.version())
      throw new StaleRevision("The entry was changed by somebody else.", present.version());
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) throw new IllegalStateException("a published entry is public");
    return value;
  }
}
