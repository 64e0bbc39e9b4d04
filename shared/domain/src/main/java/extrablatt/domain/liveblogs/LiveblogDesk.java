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
import extrablatt.domain.publishing.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

  /** What is written with a change, given what stands then. */
  @FunctionalInterface
  public interface Alongside extends Function<Liveblog, Commit> {}

  /**
   * A liveblog as its provider wants it.
   *
   * @param status what it is doing; not a draft, unless it is new
   * @param endedAt when it ended, if it is over
   */
  public record Delivered(
      LiveblogContent content, LiveblogStatus status, @Nullable Instant endedAt, Origin origin) {}

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
    return opened(content, status, null, null, caller, keeping(answering));
  }

  /**
   * Opens a liveblog that was delivered.
   *
   * @throws InvalidContent naming every fault
   * @throws Overtaken if what is written with it was changed by another delivery
   */
  public Liveblog open(Delivered delivered, Caller caller, Alongside alongside) {
    return opened(
        delivered.content(),
        delivered.status(),
        delivered.endedAt(),
        delivered.origin(),
        caller,
        alongside);
  }

  private Liveblog opened(
      LiveblogContent content,
      LiveblogStatus status,
      @Nullable Instant endedAt,
      @Nullable Origin origin,
      Caller caller,
      Alongside alongside) {
    requireFaultless(content);
    var given = content.slug();
    if (given != null) slugs.requireFree(given, null);
    for (int tries = 1; tries <= TRIES; tries++) {
      var id = new LiveblogId(writing.ids().next());
      var slug = given == null ? slugs.madeOf(content.headline(), id) : given;
      var now = writing.clock().instant();
      var ended = endedAt == null && status == LiveblogStatus.ENDED ? now : endedAt;
      var blank = blank(id, settled(content, slug, now), now, caller).ended(ended).from(origin);
      var opened = faced(blank, writing.forms().read(blank.content()), status);
      var result = writing.store().commit(commit(null, opened, opening(opened.head()), alongside));
      switch (result) {
        case DONE -> {
          return opened;
        }
        case SLUG_TAKEN -> {
          if (given != null) throw slugs.taken(given);
          writing.pause().before(tries);
        }
        case ANSWER_LOST -> throw lost();
        case ORIGIN_CHANGED, RECEIPT_CHANGED -> throw new Overtaken();
        case DOCUMENT_CHANGED -> writing.pause().before(tries);
      }
    }
    throw busy();
  }

  private Liveblog blank(LiveblogId id, LiveblogContent content, Instant now, Caller caller) {
    var head =
        new LiveblogHead(
            id,
            0,
            LiveblogStatus.DRAFT,
            0,
            now,
            List.of(),
            null,
            required(content.slug()),
            List.of(),
            now,
            writing.forms().stored(content),
            null);
    return new Liveblog(
        id, 1, 1, now, null, writing.forms().stored(content), caller.name(), null, head);
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
        keeping(answering),
        standing ->
            faced(
                standing.again().saying(stored, caller.name()), settled, standing.head().status()));
  }

  /** Whether a content says what the head of a liveblog says. */
  public boolean saysTheSame(Liveblog current, LiveblogContent content) {
    return writing.forms().stored(settled(current, content)).equals(current.content());
  }

  /** A content as it is saved over a liveblog: what it does not say of its place stays. */
  private LiveblogContent settled(Liveblog current, LiveblogContent content) {
    var slug = content.slug() == null ? current.head().slug() : content.slug();
    return settled(content, slug, current.createdAt());
  }

  /**
   * Takes a delivery of a liveblog that was read before: what it says becomes the head revision,
   * and it does what its provider says. Nothing is written if all of that stands already; then the
   * same liveblog comes back.
   *
   * @throws InvalidContent naming every fault
   * @throws StaleRevision if somebody changed the liveblog in between
   * @throws Overtaken if what is written with it was changed by another delivery
   */
  public Liveblog take(Liveblog current, Delivered delivered, Caller caller, Alongside alongside) {
    var content = delivered.content();
    requireFaultless(content);
    var slug = content.slug() == null ? current.head().slug() : content.slug();
    if (!slug.equals(current.head().slug())) slugs.requireFree(slug, current.id());
    var settled = settled(content, slug, current.createdAt());
    var stored = writing.forms().stored(settled);
    boolean saysTheSame = stored.equals(current.content());
    if (saysTheSame
        && delivered.status() == current.head().status()
        && Objects.equals(delivered.endedAt(), current.endedAt())
        && Origin.sayTheSame(delivered.origin(), current.origin())) return current;
    return changed(
        current,
        alongside,
        standing -> {
          var said = saysTheSame ? standing : standing.saying(stored, caller.name());
          var taken = said.again().ended(delivered.endedAt()).from(delivered.origin());
          return faced(taken, settled, delivered.status());
        });
  }

  /**
   * Opens, pauses, ends or reopens a liveblog.
   *
   * @throws Conflict if its present status does not lead there
   * @throws StaleRevision if somebody changed the liveblog in between
   */
  public Liveblog become(Liveblog current, LiveblogStatus next, Answering answering) {
    var status = current.head().status();
    requireStanding(current.head());
    if (status == next) return current;
    if (!status.canBecome(next))
      throw new Conflict(
          "A liveblog that is %s cannot become %s.".formatted(name(status), name(next)));
    var now = writing.clock().instant();
    return changed(
        current,
        keeping(answering),
        standing ->
            faced(
                standing.again().ended(next == LiveblogStatus.ENDED ? now : null),
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
  public Liveblog withdraw(Liveblog current, String reason, Answering answering) {
    requireWithdrawable(current);
    return withdrawn(current, reason, keeping(answering));
  }

  /**
   * Takes a liveblog out of the public's sight for its provider, for ever.
   *
   * @throws Conflict if it is withdrawn already, or was never public
   * @throws StaleRevision if somebody changed the liveblog in between
   * @throws Overtaken if what is written with it was changed by another delivery
   */
  public Liveblog kill(Liveblog current, String reason, Alongside alongside) {
    requireWithdrawable(current);
    return withdrawn(current, reason, alongside);
  }

  private Liveblog withdrawn(Liveblog current, String reason, Alongside alongside) {
    var retraction = new Retraction(reason, writing.clock().instant());
    return changed(
        current, alongside, standing -> standing.again().with(with(standing.head(), retraction)));
  }

  /**
   * Looks whether anything may still happen to a liveblog and its entries.
   *
   * @throws Conflict if it is withdrawn
   */
  public static void requireStanding(LiveblogHead head) {
    if (head.retraction() != null) throw new Conflict("The liveblog is withdrawn.");
  }

  private static Alongside keeping(Answering answering) {
    return liveblog -> new Commit(List.of(), null, List.of(), answering.apply(liveblog));
  }

  private Liveblog changed(Liveblog current, Alongside alongside, UnaryOperator<Liveblog> change) {
    var standing = current;
    for (int tries = 1; tries <= TRIES; tries++) {
      var wanted = change.apply(standing);
      var log = new LogWriter(standing.head(), writing.clock().instant(), _ -> List.of());
      log.liveblog(wanted.head());
      var step = log.change();
      var after = wanted.with(step.after());
      switch (writing.store().commit(commit(standing, after, step, alongside))) {
        case DONE -> {
          return after;
        }
        case SLUG_TAKEN -> throw slugs.taken(after.head().slug());
        case ANSWER_LOST -> throw lost();
        case ORIGIN_CHANGED, RECEIPT_CHANGED -> throw new Overtaken();
        case DOCUMENT_CHANGED -> writing.pause().before(tries);
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
      @Nullable Liveblog before, Liveblog after, LogChange step, Alongside alongside) {
    var change = new LiveblogChange(before, after);
    return new LogCommit(step, change, List.of(), null, Map.of(), alongside.apply(after));
  }

  private Liveblog faced(Liveblog liveblog, LiveblogContent content, LiveblogStatus status) {
    return liveblog.with(face(liveblog, content, status));
  }

  private LiveblogHead face(Liveblog liveblog, LiveblogContent content, LiveblogStatus status) {
    var head = liveblog.head();
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
