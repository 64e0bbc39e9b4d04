package extrablatt.domain.videos;

import extrablatt.domain.Caller;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Fault;
import extrablatt.domain.IdGenerator;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.PublishingException.Conflict;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.PublishingException.StaleRevision;
import extrablatt.domain.TeaserId;
import extrablatt.domain.media.MeasuredDuration;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Status;
import extrablatt.domain.videos.TeaserEdit.Alongside;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where video teasers are edited and published. */
public final class TeaserDesk {
  private final ContentStore store;
  private final TeaserForms forms;
  private final MediaLibrary media;
  private final IdGenerator ids;
  private final Clock clock;

  public TeaserDesk(
      ContentStore store, TeaserForms forms, MediaLibrary media, IdGenerator ids, Clock clock) {
    this.store = store;
    this.forms = forms;
    this.media = media;
    this.ids = ids;
    this.clock = clock;
  }

  /** Begins the edit of a new teaser. */
  public TeaserEdit begin(Caller caller) {
    return begin(caller, null);
  }

  /** Begins the edit of a new teaser that a provider delivered. */
  public TeaserEdit begin(Caller caller, @Nullable Origin origin) {
    var now = clock.instant();
    var fresh = Publication.created(new TeaserId(ids.next()), now, null, origin, null);
    return new TeaserEdit(store, forms, media, caller, now, null, fresh);
  }

  /** Begins the edit of a teaser that was read before. */
  public TeaserEdit edit(Publication current, Caller caller) {
    return new TeaserEdit(store, forms, media, caller, clock.instant(), current, current);
  }

  /**
   * The editorial state of a teaser.
   *
   * @throws NotFound if there is none
   */
  public Publication find(TeaserId id) {
    return store.find(id).orElseThrow(() -> new NotFound("There is no video teaser " + id + "."));
  }

  /** The teaser with its head revision. */
  public TeaserView view(Publication publication) {
    return view(publication, publication.head());
  }

  /**
   * The teaser with one of its revisions.
   *
   * @throws NotFound if there is no such revision
   */
  public TeaserView view(Publication publication, int number) {
    var revision =
        store
            .revision(publication.id(), number)
            .orElseThrow(() -> new NotFound("The teaser has no revision " + number + "."));
    return new TeaserView(publication, number, forms.read(revision.content()));
  }

  /** All teasers, newest first. */
  public Page<ContentStore.DeskLine> list(PageRequest page) {
    return store.desk(DocumentKind.TEASER, page);
  }

  /** The revisions of a teaser, newest first. */
  public Page<Revision.Line> revisions(TeaserId id, PageRequest page) {
    return store.revisions(id, page);
  }

  /**
   * Saves a new teaser.
   *
   * @throws InvalidContent naming every fault
   */
  public TeaserView create(TeaserContent content, Caller caller, Alongside alongside) {
    var edit = begin(caller).save(content);
    return finish(edit, alongside);
  }

  /**
   * Saves a new head revision of a teaser that was read before, unless it says what stands.
   *
   * @throws InvalidContent naming every fault
   * @throws StaleRevision if somebody changed the teaser in between
   */
  public TeaserView save(
      Publication current, TeaserContent content, Caller caller, Alongside alongside) {
    var edit = edit(current, caller);
    requireMeant(edit, content);
    return finish(edit.save(content), alongside);
  }

  /** A duration that the editor sets anew has to be in the unit that the film is long in. */
  private void requireMeant(TeaserEdit edit, TeaserContent content) {
    var said = content.duration();
    if (said == null || said.equals(edit.content().duration())) return;
    media
        .bundle(edit.id())
        .flatMap(bundle -> bundle.measured(forms))
        .flatMap(measured -> MeasuredDuration.wrongUnit(said, measured))
        .ifPresent(fault -> {
          throw new InvalidContent(List.of(Fault.at("/duration", fault)));
        });
  }

  /**
   * Makes a revision, or else the head, public by itself, at once or from a time on.
   *
   * @throws InvalidContent if there is no such revision
   * @throws StaleRevision if somebody changed the teaser in between
   */
  public TeaserView publish(
      Publication current,
      @Nullable Integer revision,
      @Nullable Instant at,
      Caller caller,
      Alongside alongside) {
    int number = revision == null ? current.head() : revision;
    return finish(edit(current, caller).publish(number, at), alongside);
  }

  /**
   * Takes a teaser out of the public's sight; what was never visible becomes a draft again.
   *
   * @throws Conflict if there is nothing to withdraw
   * @throws StaleRevision if somebody changed the teaser in between
   */
  public TeaserView withdraw(
      Publication current, String reason, Caller caller, Alongside alongside) {
    requireWithdrawable(current);
    return finish(edit(current, caller).withdraw(reason), alongside);
  }

  /**
   * Looks whether there is anything to withdraw, before anybody asks for the reason.
   *
   * @throws Conflict if there is not
   */
  public void requireWithdrawable(Publication current) {
    if (!current.spans().isEmpty()) return;
    throw new Conflict(
        current.statusAt(clock.instant()) == Status.WITHDRAWN
            ? "The teaser is withdrawn already."
            : "The teaser is a draft: there is nothing to withdraw.");
  }

  private TeaserView finish(TeaserEdit edit, Alongside alongside) {
    if (edit.changesNothing()) return edit.view();
    return switch (edit.commit(alongside)) {
      case DONE -> edit.view();
      case ANSWER_LOST ->
          throw new Conflict("Another call with the same Idempotency-Key took over.");
      case DOCUMENT_CHANGED ->
          throw new StaleRevision(
              "The teaser was changed by somebody else.", find(edit.id()).version());
      case SLUG_TAKEN, ORIGIN_CHANGED, RECEIPT_CHANGED ->
          throw new Busy("Too many changes at once; try again.", Duration.ofSeconds(1));
    };
  }
}
