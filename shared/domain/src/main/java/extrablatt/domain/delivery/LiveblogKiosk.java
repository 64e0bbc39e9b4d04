package extrablatt.domain.delivery;

import extrablatt.domain.Bytes;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Pause;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.Slug;
import extrablatt.domain.Ulids;
import extrablatt.domain.delivery.LiveblogAnswers.Changes;
import extrablatt.domain.delivery.LiveblogAnswers.Entries;
import extrablatt.domain.delivery.LiveblogAnswers.Snapshot;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LogRow;
import extrablatt.domain.liveblogs.Pin;
import extrablatt.domain.liveblogs.PublicEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the public reads liveblogs. A reader who applies the changes in order ends with exactly the
 * server's liveblog: pages end before the first missing number, and a snapshot holds every change
 * up to its own.
 */
public final class LiveblogKiosk {
  /** How many entries a snapshot holds. */
  private static final int NEWEST = 20;

  /**
   * How many of the newest changes are laid over them: more than two transactions write that write
   * as many as one can (all pins anew), for rows of the log may show long before those of entries.
   */
  private static final int LAID_OVER = 50;

  private static final int TRIES = 8;

  private final PublicLog log;
  private final Clock clock;
  private final Pause pause;

  public LiveblogKiosk(PublicLog log, Clock clock, Pause pause) {
    this.log = log;
    this.clock = clock;
    this.pause = pause;
  }

  /** The public liveblogs in JSON, those that start last first. */
  public Page<Bytes> list(PageRequest page) {
    return log.liveblogs(page);
  }

  /** A liveblog by its id or one of its slugs. */
  public LiveblogFound<Snapshot> snapshot(String idOrSlug, @Nullable String country) {
    var id = find(idOrSlug);
    if (id.isEmpty()) return new LiveblogFound.NotFound<>();
    for (int tries = 1; tries <= TRIES; tries++) {
      var newest = log.newest(id.get(), LAID_OVER);
      var head = newest.head();
      if (head == null) return new LiveblogFound.NotFound<>();
      var refused = LiveblogKiosk.<Snapshot>refused(head);
      if (refused.isPresent()) return refused.get();
      if (Slug.isSlug(idOrSlug) && !idOrSlug.equals(head.slug().value()))
        return moved(head, new Slug(idOrSlug));
      var overlay = Overlay.of(head, newest.rows());
      var snapshot = overlay.flatMap(laid -> snapshot(head, laid, country));
      if (snapshot.isPresent()) return snapshot.get();
      pause.before(tries);
    }
    throw busy();
  }

  private static LiveblogFound<Snapshot> moved(LiveblogHead head, Slug slug) {
    return head.formerSlugs().contains(slug)
        ? new LiveblogFound.Moved<>(head.slug())
        : new LiveblogFound.NotFound<>();
  }

  /** Empty if what is pinned was removed meanwhile: then positions of later pins would not fit. */
  private Optional<LiveblogFound<Snapshot>> snapshot(
      LiveblogHead head, Overlay overlay, @Nullable String country) {
    var entries = overlay.newest(stored(head.id(), NEWEST + overlay.removals()), NEWEST);
    var pinned = pinned(head, overlay, entries);
    if (pinned.size() < head.pins().size()) return Optional.empty();
    var joining = new Joining(clock.instant(), country);
    return Optional.of(
        joining.shown(
            new Snapshot(
                head.whole(),
                entries.stream().map(joining::entry).toList(),
                pinned.stream().map(joining::entry).toList())));
  }

  /** One request, unless entries are so long that a page ends before. */
  private List<PublicEntry> stored(LiveblogId id, int wanted) {
    var entries = new ArrayList<PublicEntry>();
    @Nullable String after = null;
    do {
      var page = log.entries(id, new PageRequest(wanted - entries.size(), after));
      entries.addAll(page.items());
      after = page.next();
    } while (after != null && entries.size() < wanted);
    return entries;
  }

  private List<PublicEntry> pinned(LiveblogHead head, Overlay overlay, List<PublicEntry> entries) {
    var known = entries.stream().collect(Collectors.toMap(PublicEntry::id, Function.identity()));
    for (var entry : overlay.entries()) known.put(entry.id(), entry);
    var missing =
        head.pins().stream()
            .filter(pin -> !known.containsKey(pin.entry()))
            .map(Pin::firstSeq)
            .toList();
    if (!missing.isEmpty()) {
      for (var entry : log.entriesAt(head.id(), missing)) known.put(entry.id(), entry);
    }
    var pinned = new ArrayList<PublicEntry>();
    for (var pin : head.pins()) {
      var entry = known.get(pin.entry());
      if (entry != null) pinned.add(entry);
    }
    return pinned;
  }

  /** The changes after a number. */
  public LiveblogFound<Changes> changes(
      String idOrSlug, long after, int limit, @Nullable String country) {
    return find(idOrSlug)
        .map(id -> changes(id, after, limit, country))
        .orElseGet(LiveblogFound.NotFound::new);
  }

  private LiveblogFound<Changes> changes(
      LiveblogId id, long after, int limit, @Nullable String country) {
    var page = log.after(id, after, limit);
    var head = page.head() == null ? log.head(id).orElse(null) : page.head();
    if (head == null) return new LiveblogFound.NotFound<>();
    var refused = LiveblogKiosk.<Changes>refused(head);
    if (refused.isPresent()) return refused.get();
    var rows = upToHole(page.rows(), after);
    if (rows.isEmpty() && after > head.headSeq() && !log.hasRow(id, after))
      return new LiveblogFound.Ahead<>();
    long last = rows.isEmpty() ? after : rows.getLast().seq();
    boolean hasMore = page.isCut() && rows.size() == page.rows().size();
    var joining = new Joining(clock.instant(), country);
    return joining.shown(
        new Changes(
            rows.stream().map(row -> LogJson.row(row, joining)).toList(),
            hasMore ? Math.max(last, head.headSeq()) : last,
            head.status(),
            hasMore));
  }

  private static List<LogRow> upToHole(List<LogRow> rows, long after) {
    int length = 0;
    while (length < rows.size() && rows.get(length).seq() == after + length + 1) length++;
    return rows.subList(0, length);
  }

  /** Entries or key events, newest first. */
  public LiveblogFound<Entries> entries(
      String idOrSlug, boolean keyEvents, PageRequest page, @Nullable String country) {
    return of(
        idOrSlug,
        head -> {
          var found = keyEvents ? log.keyEvents(head.id(), page) : log.entries(head.id(), page);
          var joining = new Joining(clock.instant(), country);
          return joining.shown(
              new Entries(found.items().stream().map(joining::entry).toList(), found.next()));
        });
  }

  /** One entry. */
  public LiveblogFound<Bytes> entry(String idOrSlug, String entryId, @Nullable String country) {
    if (!Ulids.isUlid(entryId)) return new LiveblogFound.NotFound<>();
    return of(
        idOrSlug,
        head -> {
          var entry = log.entry(head.id(), new EntryId(entryId));
          if (entry.isEmpty()) return new LiveblogFound.NotFound<>();
          var joining = new Joining(clock.instant(), country);
          return joining.shown(joining.entry(entry.get()));
        });
  }

  /** Whether a liveblog is there for the public. */
  public LiveblogFound<Boolean> standing(String idOrSlug) {
    return of(idOrSlug, _ -> new Joining(clock.instant(), null).shown(true));
  }

  private <T> LiveblogFound<T> of(
      String idOrSlug, Function<LiveblogHead, LiveblogFound<T>> reading) {
    var head = find(idOrSlug).flatMap(log::head);
    if (head.isEmpty()) return new LiveblogFound.NotFound<>();
    return LiveblogKiosk.<T>refused(head.get()).orElseGet(() -> reading.apply(head.get()));
  }

  private static <T> Optional<LiveblogFound<T>> refused(LiveblogHead head) {
    var retraction = head.retraction();
    if (retraction != null)
      return Optional.of(new LiveblogFound.Withdrawn<>(retraction.reason(), retraction.at()));
    return head.isPublic() ? Optional.empty() : Optional.of(new LiveblogFound.NotFound<>());
  }

  private Optional<LiveblogId> find(String idOrSlug) {
    if (Ulids.isUlid(idOrSlug)) return Optional.of(new LiveblogId(idOrSlug));
    return Slug.isSlug(idOrSlug) ? log.bySlug(new Slug(idOrSlug)) : Optional.empty();
  }

  private static Busy busy() {
    return new Busy("The log is being written; try again.", Duration.ofSeconds(1));
  }
}
