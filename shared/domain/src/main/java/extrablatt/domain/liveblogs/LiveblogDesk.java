package extrablatt.domain.liveblogs;

import extrablatt.domain.Caller;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.PublishingException;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.PublishingException.Conflict;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.PublishingException.StaleRevision;
import extrablatt.domain.PublishingException.TooLarge;
import extrablatt.domain.Slug;
import extrablatt.domain.articles.FreeSlugs;
import extrablatt.domain.media.OwnPictures;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.KeptAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where liveblogs are opened, edited, paused, ended and withdrawn. */
public final class LiveblogDesk {
  static final int TRIES = 30;
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final LiveblogWriting writing;
  private final FreeSlugs slugs;

  public LiveblogDesk(LiveblogWriting writing) {
    this.writing = writing;
    this.slugs = new FreeSlugs("liveblog", slug -> writing.store().bySlug(slug));
  }

  /** The answer that is kept with what a call changes, given what stands then; null if none is. */
  @FunctionalInterface
  public interface Answering extends Function<Liveblog, @Nullable KeptAnswer> {}

  /**
   * The editorial state of a liveblog.
   *
   * @throws NotFound if there is none
   */
  public Liveblog find(LiveblogId id) {
    return writing
        .store()
        .find(id)
        .orElseThrow(() -> new NotFound("There is no liveblog " + id + "."));
  }

  /** Which liveblog has a slug; also one that is not public. */
  public Optional<LiveblogId> bySlug(Slug slug) {
    return writing.store().bySlug(slug);
  }

  /** What its head revision says. */
  public LiveblogContent content(Liveblog liveblog) {
    return writing.forms().read(liveblog.content());
  }

  /** All liveblogs, newest first. */
  public Page<Liveblog> list(PageRequest page) {
    return writing.store().desk(page);
  }

  /**
   * Looks whether a liveblog may have a slug.
   *
   * @throws Conflict if it belongs to another one, or to none
   */
  public void requireFree(Slug slug, @Nullable LiveblogId id) {
    slugs.requireFree(slug, id);
  }

  /**
   * Opens a liveblog.
   *
   * @throws InvalidContent naming every fault
   * @throws Conflict if its slug is taken
   */
  public Liveblog create(
      LiveblogContent content, LiveblogStatus status, Caller caller, Answering answering) {
    requireFaultless(content);
    var given = content.slug();
    if (given != null) slugs.requireFree(given, null);
    for (int tries = 1; tries <= TRIES; tries++) {
      var id = new LiveblogId(writing.ids().next());
      var slug = given == null ? slugs.madeOf(content.headline(), id) : given;
      var now = writing.clock().instant();
      var opened = opened(id, settled(content, slug, now), status, now);
      var result =
          writing.store().commit(commit(null, opened, opening(opened.head()), caller, answering));
      if (result == Commit.Result.DONE) return opened;
      if (result == Commit.Result.SLUG_TAKEN && given != null) throw slugs.taken(given);
      if (result == Commit.Result.ANSWER_LOST) throw lost();
      writing.pause().before(tries);
    }
    throw busy();
  }

  private Liveblog opened(
      LiveblogId id, LiveblogContent content, LiveblogStatus status, Instant now) {
    var endedAt = status == LiveblogStatus.ENDED ? now : null;
    var blank =
        new LiveblogHead(
            id,
            0,
            status,
            0,
            now,
            List.of(),
            null,
            required(content.slug()),
            List.of(),
            now,
            writing.forms().stored(content),
            null);
    var liveblog = new Liveblog(id, 1, 1, now, endedAt, writing.forms().stored(content), blank);
    return withHead(liveblog, faced(liveblog, content, status, blank));
  }

  private static LogChange opening(LiveblogHead head) {
    return new LogChange(null, head, List.of(), Set.of(), Map.of());
  }

  /**
   * Saves a new head revision of a liveblog that was read before, unless it says what the head
   * says; what the content leaves out goes, except the slug.
   *
   * @throws InvalidContent naming every fault
   * @throws StaleRevision if somebody changed the liveblog in between
   * @throws Conflict if its slug is taken
   */
  public Liveblog save(
      Liveblog current, LiveblogContent content, Caller caller, Answering answering) {
    requireFaultless(content);
    var slug = content.slug() == null ? current.head().slug() : content.slug();
    if (!slug.equals(current.head().slug())) slugs.requireFree(slug, current.id());
    var settled = settled(content, slug, current.createdAt());
    var stored = writing.forms().stored(settled);
    if (stored.equals(current.content())) return current;
    return changed(
        current,
        caller,
        answering,
        standing ->
            faced(
                new Liveblog(
                    standing.id(),
                    standing.version() + 1,
                    standing.revision() + 1,
                    standing.createdAt(),
                    standing.endedAt(),
                    stored,
                    standing.head()),
                settled,
                standing.head().status()));
  }

  /**
   * Opens, pauses, ends or reopens a liveblog.
   *
   * @throws Conflict if its present status does not lead there
   * @throws StaleRevision if somebody changed the liveblog in between
   */
  public Liveblog become(
      Liveblog current, LiveblogStatus next, Caller caller, Answering answering) {
    var status = current.head().status();
    requireStanding(current.head());
    if (status == next) return current;
    if (!status.canBecome(next))
      throw new Conflict(
          "A liveblog that is %s cannot become %s.".formatted(name(status), name(next)));
    var now = writing.clock().instant();
    return changed(
        current,
        caller,
        answering,
        standing ->
            faced(
                new Liveblog(
                    standing.id(),
                    standing.version() + 1,
                    standing.revision(),
                    standing.createdAt(),
                    next == LiveblogStatus.ENDED ? now : null,
                    standing.content(),
                    standing.head()),
                writing.forms().read(standing.content()),
                next));
  }

  /**
   * Looks whether there is anything to withdraw, before anybody asks for the reason.
   *
   * @throws Conflict if there is not
   */
  public void requireWithdrawable(Liveblog current) {
    requireStanding(current.head());
    if (current.head().status() == LiveblogStatus.DRAFT)
      throw new Conflict("The liveblog is a draft: there is nothing to withdraw.");
  }

  /**
   * Takes a liveblog out of the public's sight, for ever.
   *
   * @throws Conflict if it is withdrawn already, or was never public
   * @throws StaleRevision if somebody changed the liveblog in between
   */
  public Liveblog withdraw(Liveblog current, String reason, Caller caller, Answering answering) {
    requireWithdrawable(current);
    var retraction = new Retraction(reason, writing.clock().instant());
    return changed(
        current,
        caller,
        answering,
        standing ->
            withHead(
                new Liveblog(
                    standing.id(),
                    standing.version() + 1,
                    standing.revision(),
                    standing.createdAt(),
                    standing.endedAt(),
                    standing.content(),
                    standing.head()),
                with(standing.head(), retraction)));
  }

  /**
   * Looks whether anything may still happen to a liveblog and its entries.
   *
   * @throws Conflict if it is withdrawn
   */
  public static void requireStanding(LiveblogHead head) {
    if (head.retraction() != null) throw new Conflict("The liveblog is withdrawn.");
  }

  private Liveblog changed(
      Liveblog current, Caller caller, Answering answering, UnaryOperator<Liveblog> change) {
    var standing = current;
    for (int tries = 1; tries <= TRIES; tries++) {
      var wanted = change.apply(standing);
      var log = new LogWriter(standing.head(), writing.clock().instant(), _ -> List.of());
      log.liveblog(wanted.head());
      var step = log.change();
      var after = withHead(wanted, step.after());
      switch (writing.store().commit(commit(standing, after, step, caller, answering))) {
        case DONE -> {
          return after;
        }
        case SLUG_TAKEN -> throw slugs.taken(after.head().slug());
        case ANSWER_LOST -> throw lost();
        case DOCUMENT_CHANGED, ORIGIN_CHANGED, RECEIPT_CHANGED -> writing.pause().before(tries);
      }
      standing = unchanged(current);
    }
    throw busy();
  }

  /** What stands now, if only its log went on. */
  private Liveblog unchanged(Liveblog current) {
    var present = find(current.id());
    if (present.version() != current.version())
      throw new StaleRevision("The liveblog was changed by somebody else.", present.version());
    return present;
  }

  private static LogCommit commit(
      @Nullable Liveblog before,
      Liveblog after,
      LogChange step,
      Caller caller,
      Answering answering) {
    return new LogCommit(
        step,
        new LiveblogChange(before, after, caller.name()),
        List.of(),
        null,
        Map.of(),
        new Commit(List.of(), null, List.of(), answering.apply(after)));
  }

  private Liveblog faced(Liveblog liveblog, LiveblogContent content, LiveblogStatus status) {
    return withHead(liveblog, faced(liveblog, content, status, liveblog.head()));
  }

  private LiveblogHead faced(
      Liveblog liveblog, LiveblogContent content, LiveblogStatus status, LiveblogHead head) {
    var startsAt = required(content.startsAt());
    var slug = required(content.slug());
    var face =
        writing
            .forms()
            .face(
                new LiveblogForms.Face(
                    liveblog.id(),
                    liveblog.revision(),
                    status,
                    startsAt,
                    liveblog.endedAt(),
                    content));
    if (face.length() > EntryRules.LARGEST)
      throw new TooLarge(
          "A liveblog may have %d bytes without its entries; this one has %d."
              .formatted(EntryRules.LARGEST, face.length()));
    return new LiveblogHead(
        head.id(),
        head.headSeq(),
        status,
        head.entryCount(),
        head.updatedAt(),
        head.pins(),
        head.liveblogRow(),
        slug,
        formerSlugs(head, slug),
        startsAt,
        face,
        head.retraction());
  }

  /** Slugs that the public has seen lead on to the present one. */
  private static List<Slug> formerSlugs(LiveblogHead head, Slug slug) {
    var seen =
        head.status() == LiveblogStatus.DRAFT
            ? head.formerSlugs().stream()
            : Stream.concat(head.formerSlugs().stream(), Stream.of(head.slug()));
    return seen.filter(former -> !former.equals(slug)).distinct().toList();
  }

  private static LiveblogHead with(LiveblogHead head, Retraction retraction) {
    return new LiveblogHead(
        head.id(),
        head.headSeq(),
        head.status(),
        head.entryCount(),
        head.updatedAt(),
        head.pins(),
        head.liveblogRow(),
        head.slug(),
        head.formerSlugs(),
        head.startsAt(),
        head.face(),
        retraction);
  }

  private static Liveblog withHead(Liveblog liveblog, LiveblogHead head) {
    return new Liveblog(
        liveblog.id(),
        liveblog.version(),
        liveblog.revision(),
        liveblog.createdAt(),
        liveblog.endedAt(),
        liveblog.content(),
        head);
  }

  /** A start that nobody named is written down, so that what was got says nothing new when put. */
  private LiveblogContent settled(LiveblogContent content, Slug slug, Instant createdAt) {
    var language = content.language() == null ? writing.defaultLanguage() : content.language();
    var startsAt = content.startsAt() == null ? createdAt : content.startsAt();
    var image = OwnPictures.of(writing.media(), content.image(), List.of()).filled(content.image());
    return content.settled(slug, language, startsAt.truncatedTo(ChronoUnit.MILLIS), image);
  }

  private static void requireFaultless(LiveblogContent content) {
    var faults = LiveblogRules.faults(content);
    if (!faults.isEmpty()) throw new InvalidContent(faults);
  }

  private static <T> T required(@Nullable T value) {
    if (value == null)
      throw new IllegalStateException("a stored liveblog always has a slug and a start");
    return value;
  }

  private static String name(LiveblogStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  static Conflict lost() {
    return new Conflict("Another call with the same Idempotency-Key took over.");
  }

  static PublishingException busy() {
    return new Busy("Too many changes of this liveblog at once; try again.", BREATH);
  }
}
