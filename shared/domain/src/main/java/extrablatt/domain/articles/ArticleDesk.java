package extrablatt.domain.articles;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Fault;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.PublishingException.Conflict;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.PublishingException.StaleRevision;
import extrablatt.domain.Slug;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Status;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where articles are saved, published and withdrawn. */
public final class ArticleDesk {
  private static final Duration BREATH = Duration.ofSeconds(1);
  private static final int TRIES = 40;

  /** It saves nothing, so nobody reads its name. */
  private static final Caller RENDERER = new Caller("publication");

  private final ArticleWriting writing;
  private final FreeSlugs slugs;

  public ArticleDesk(ArticleWriting writing) {
    this.writing = writing;
    this.slugs =
        new FreeSlugs("article", slug -> writing.store().bySlug(DocumentKind.ARTICLE, slug));
  }

  /**
   * What an editor wants of a save.
   *
   * @param publish what shall be public afterwards; absent if it stays as it is
   */
  public record Save(ArticleContent content, @Nullable Publish publish) {}

  /** What shall be public: a revision, or else the head; from a time on, or else now. */
  public record Publish(@Nullable Integer revision, @Nullable Instant at) {}

  /**
   * The editorial state of an article.
   *
   * @throws NotFound if there is none
   */
  public Publication find(ArticleId id) {
    return writing
        .store()
        .find(id)
        .orElseThrow(() -> new NotFound("There is no article " + id + "."));
  }

  /** The article with its head revision. */
  public ArticleView view(Publication publication) {
    return view(publication, publication.head());
  }

  /**
   * The article with one of its revisions.
   *
   * @throws NotFound if there is no such revision
   */
  public ArticleView view(Publication publication, int number) {
    var revision =
        writing
            .store()
            .revision(publication.id(), number)
            .orElseThrow(() -> new NotFound("The article has no revision " + number + "."));
    var content = writing.forms().read(revision.content());
    var shown = Bodies.teasers(content.body());
    var teasers =
        new ArticleTeasers(
            writing.store(),
            writing.teaserForms(),
            (ArticleId) publication.id(),
            writing.clock().instant());
    var told = new LiveblogHints(writing.liveblogs()).told(content.body());
    return new ArticleView(publication, number, content.withBody(told), teasers.views(shown));
  }

  /** All articles, newest first. */
  public Page<ContentStore.DeskLine> list(PageRequest page) {
    return writing.store().desk(DocumentKind.ARTICLE, page);
  }

  /** The revisions of an article, newest first. */
  public Page<Revision.Line> revisions(ArticleId id, PageRequest page) {
    return writing.store().revisions(id, page);
  }

  /** Where the video teasers of the same stores are edited. */
  public TeaserDesk teasers() {
    return new TeaserDesk(
        writing.store(), writing.teaserForms(), writing.media(), writing.ids(), writing.clock());
  }

  /** The hash of what a delivered teaser says, and of where it goes. */
  public String contentHash(TeaserContent content, boolean publishes, @Nullable Instant at) {
    return Bytes.utf8(writing.teaserForms().stored(content).hash() + publishes + at).hash();
  }

  /** Begins the edit of a new article. */
  public ArticleEdit begin(Caller caller, @Nullable Origin origin) {
    var id = new ArticleId(writing.ids().next());
    var now = writing.clock().instant();
    return new ArticleEdit(
        writing, caller, now, null, Publication.created(id, now, null, origin, null));
  }

  /** Begins the edit of an article that was read before. */
  public ArticleEdit edit(Publication current, Caller caller) {
    return new ArticleEdit(writing, caller, writing.clock().instant(), current, current);
  }

  /**
   * Saves a new article.
   *
   * @throws Conflict if its slug is taken
   */
  public ArticleView create(
      Save save, Caller caller, @Nullable Origin origin, Alongside alongside) {
    var given = save.content().slug();
    if (given != null) requireFree(given, null);
    for (int tries = 0; tries < TRIES; tries++) {
      var edit = begin(caller, origin);
      edit.save(
          save.content(), slugFor(save.content(), edit.id()), TeaserMatch.BY_IDENTITY, origin);
      if (save.publish() != null) edit.publish(edit.headRevision(), save.publish().at());
      var result = edit.commit(alongside);
      if (result == Commit.Result.DONE) return edit.view();
      if (result == Commit.Result.SLUG_TAKEN && given != null) throw slugs.taken(given);
      if (result == Commit.Result.ORIGIN_CHANGED)
        throw new Conflict("Another article has this guid.");
      if (result == Commit.Result.ANSWER_LOST) throw lost();
    }
    throw busy();
  }

  /**
   * Saves a new head revision of an article that was read before; what the content leaves out goes,
   * except the slug.
   *
   * @throws StaleRevision if somebody changed the article in between
   * @throws Conflict if its slug is taken
   */
  public ArticleView save(Publication current, Save save, Caller caller, Alongside alongside) {
    var slug = save.content().slug() == null ? current.slug() : save.content().slug();
    if (slug == null)
      throw new IllegalStateException("an article always has a slug: " + current.id());
    if (!slug.equals(current.slug())) requireFree(slug, current.id());
    return finish(
        () -> {
          var edit = edit(current, caller);
          edit.save(save.content(), slug, TeaserMatch.BY_IDENTITY, current.origin());
          if (save.publish() != null) edit.publish(edit.headRevision(), save.publish().at());
          return edit;
        },
        alongside);
  }

  /**
   * Makes a revision public.
   *
   * @throws StaleRevision if somebody changed the article in between
   */
  public ArticleView publish(
      Publication current, Publish publish, Caller caller, Alongside alongside) {
    var number = publish.revision() == null ? current.head() : publish.revision();
    return finish(() -> edit(current, caller).publish(number, publish.at()), alongside);
  }

  /**
   * Takes an article out of the public's sight; what was never visible becomes a draft again.
   *
   * @throws Conflict if there is nothing to withdraw
   * @throws StaleRevision if somebody changed the article in between
   */
  public ArticleView withdraw(
      Publication current, String reason, Caller caller, Alongside alongside) {
    requireWithdrawable(current);
    return finish(() -> edit(current, caller).withdraw(reason), alongside);
  }

  /**
   * Looks for the faults that a new article would have, those included that only the store can
   * tell.
   *
   * @throws InvalidContent naming every fault
   */
  public void check(ArticleContent content, Caller caller) {
    var edit = begin(caller, null);
    var given = content.slug();
    var slug = given == null ? Slugs.of(content.headline(), edit.id()) : given;
    edit.save(content, slug, TeaserMatch.BY_IDENTITY, null);
    if (given != null && !isFree(given, null)) {
      throw new InvalidContent(List.of(Fault.at("/slug", "the slug " + given + " is taken")));
    }
  }

  /**
   * The hash of all that counts as the content of a delivery: what it says and what shall be public
   * of it.
   */
  public String contentHash(
      ArticleContent content, boolean publishes, @Nullable Instant publishAt) {
    var asked = publishes ? "publish " + publishAt : "draft";
    return Bytes.utf8(writing.forms().stored(content).text() + "\n" + asked).hash();
  }

  /**
   * Looks whether there is anything to withdraw, before anybody asks for the reason.
   *
   * @throws Conflict if there is not
   */
  public void requireWithdrawable(Publication current) {
    if (current.spans().isEmpty()) {
      var status = current.statusAt(writing.clock().instant());
      throw new Conflict(
          status == Status.WITHDRAWN
              ? "The article is withdrawn already."
              : "The article is a draft: there is nothing to withdraw.");
    }
  }

  /**
   * Renders anew what the public reads of an article, since something in it says something else
   * now. It may be done twice, and in whichever order: what is written is what stands then.
   *
   * @throws Busy if others keep changing it
   */
  public void rerender(ArticleId id) {
    for (int tries = 0; tries < TRIES; tries++) {
      var current = writing.store().find(id);
      if (current.isEmpty()) return;
      if (edit(current.get(), RENDERER).rerender().commitRerendering() == Commit.Result.DONE)
        return;
    }
    throw busy();
  }

  /** Completes what a crash has left undone after an article was written. */
  public void settle(ArticleId id, Caller caller) {
    writing.store().find(id).ifPresent(current -> edit(current, caller).settle().commitTeasers());
  }

  /**
   * The slug that a new article gets: the given one, or the first free one made of its headline.
   */
  public Slug slugFor(ArticleContent content, ArticleId id) {
    if (content.slug() != null) return content.slug();
    return slugs.madeOf(content.headline(), id);
  }

  /** Whether an article may have a slug. */
  public boolean isFree(Slug slug, @Nullable DocumentId id) {
    return slugs.isFree(slug, id);
  }

  /**
   * Looks whether an article may have a slug.
   *
   * @throws Conflict if it belongs to another one, or to none
   */
  public void requireFree(Slug slug, @Nullable DocumentId id) {
    slugs.requireFree(slug, id);
  }

  /**
   * Writes an edit, and prepares it anew as long as it was not the article that changed but a
   * teaser or a liveblog in it.
   */
  private ArticleView finish(Supplier<ArticleEdit> preparing, Alongside alongside) {
    for (int tries = 0; tries < TRIES; tries++) {
      var edit = preparing.get();
      if (edit.changesNothing()) return edit.unchanged();
      switch (edit.commit(alongside)) {
        case DONE -> {
          return edit.view();
        }
        case SLUG_TAKEN -> throw new Conflict("The slug is taken by another article.");
        case ANSWER_LOST -> throw lost();
        case ORIGIN_CHANGED, RECEIPT_CHANGED -> throw busy();
        case DOCUMENT_CHANGED -> requireUnchanged(edit);
      }
    }
    throw busy();
  }

  private void requireUnchanged(ArticleEdit edit) {
    var before = edit.before();
    var present = find(edit.id()).version();
    if (before == null || before.version() != present)
      throw new StaleRevision("The article was changed by somebody else.", present);
  }

  private static Conflict lost() {
    return new Conflict("Another call with the same Idempotency-Key took over.");
  }

  private static Busy busy() {
    return new Busy("Too many changes at once; try again.", BREATH);
  }
}
