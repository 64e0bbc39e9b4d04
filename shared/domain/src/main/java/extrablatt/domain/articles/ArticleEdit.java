package extrablatt.domain.articles;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.Fault;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.PublishOrder;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change of one article, prepared in memory and then written at once: first a save, if any,
 * then what becomes of its visibility. It holds for the moment at which it began.
 */
public final class ArticleEdit {
  private final ArticleWriting writing;
  private final Caller caller;
  private final Instant now;
  private final @Nullable Publication before;
  private final ArticleTeasers teasers;
  private final Map<Span, PublicForm> newForms = new HashMap<>();
  private Publication after;
  private @Nullable ArticleContent head;
  private @Nullable Revision revision;
  private @Nullable Bytes line;

  ArticleEdit(
      ArticleWriting writing,
      Caller caller,
      Instant now,
      @Nullable Publication before,
      Publication start) {
    this.writing = writing;
    this.caller = caller;
    this.now = now;
    this.before = before;
    this.after = start;
    this.teasers = new ArticleTeasers(writing.store(), writing.teaserForms(), id(), now);
  }

  /** The article. */
  public ArticleId id() {
    return (ArticleId) after.id();
  }

  /** The state that was read before the edit; absent if the article is new. */
  public @Nullable Publication before() {
    return before;
  }

  /**
   * Saves a new head revision, unless it says what the head says.
   *
   * @throws InvalidContent naming every fault
   */
  public ArticleEdit save(
      ArticleContent content, Slug slug, TeaserMatch match, @Nullable Origin origin) {
    var faults = new ArrayList<>(ArticleRules.faults(content));
    var shownBefore = before == null ? List.<TeaserId>of() : Bodies.teasers(head().body());
    var body = teasers.settled(content.body(), shownBefore, match, writing.ids(), caller, faults);
    faults.addAll(Liveblogs.unknown(body));
    if (!faults.isEmpty()) throw new InvalidContent(faults);
    var language = content.language() == null ? writing.defaultLanguage() : content.language();
    write(content.withBody(body).withSlug(slug).withLanguage(language), slug, origin);
    return this;
  }

  private void write(ArticleContent content, Slug slug, @Nullable Origin origin) {
    var stored = writing.forms().stored(content);
    if (before == null) {
      after = Publication.created(id(), now, slug, origin, null);
    } else {
      if (stored.equals(writing.forms().stored(head()))) return;
      after = after.saved(slug, origin);
    }
    head = content;
    revision = new Revision(after.head(), now, caller.name(), content.headline(), stored);
    line = writing.forms().line(content);
  }

  /**
   * Makes a revision public, at once or from {@code at} on; a past {@code at} is the date shown.
   */
  public ArticleEdit publish(int number, @Nullable Instant at) {
    var content = content(number);
    var shownBefore = teasersOfSpans();
    var shown = Bodies.teasers(content.body());
    after =
        after.published(
            new PublishOrder(number, at, content.slug(), content.expiresAt(), lists(content), null),
            now);
    teasers.follow(shown, shownBefore, at, content.expiresAt());
    render(after.spans().getLast(), content, shown);
    return this;
  }

  private void render(Span span, ArticleContent content, List<TeaserId> shown) {
    if (before != null && before.spans().stream().anyMatch(span::isSameButForItsEnd)) return;
    var firstVisible = after.firstVisible().orElse(span.from());
    newForms.put(
        span,
        writing
            .forms()
            .published(
                new PublishedArticle(
                    id(), span, firstVisible, content, teasers.shownIn(shown, span))));
  }

  /** Takes the article out of the public's sight; what was never visible becomes a draft again. */
  public ArticleEdit withdraw(String reason) {
    teasers.withdraw(teasersOfSpans(), reason);
    after = after.withdrawn(reason, now);
    return this;
  }

  /** Withdraws the article for its provider, also if the public has never seen it. */
  public ArticleEdit kill(String reason) {
    teasers.withdraw(teasersOfSpans(), reason);
    after = after.killed(reason, now);
    return this;
  }

  /** Brings the article's own teasers to where the article is, if a crash left them behind. */
  ArticleEdit settle() {
    if (after.spans().isEmpty()) return this;
    var span = after.spans().getLast();
    var shown = Bodies.teasers(content(span.revision()).body());
    teasers.follow(shown, teasersOfSpans(), span.updatedAt(), span.expiresAt());
    return this;
  }

  private List<TeaserId> teasersOfSpans() {
    if (before == null) return List.of();
    return before.spans().stream()
        .map(span -> content(span.revision()))
        .flatMap(content -> Bodies.teasers(content.body()).stream())
        .distinct()
        .toList();
  }

  private static List<ListName> lists(ArticleContent content) {
    var section = content.section();
    return Stream.of(
            Stream.of(new ListName.Newest()),
            section == null ? Stream.<ListName>of() : Stream.of(new ListName.Section(section)),
            content.topics().stream().map(ListName.Topic::new),
            content.authors().stream().map(Author::name).map(ListName.ByAuthor::new))
        .<ListName>flatMap(names -> names)
        .distinct()
        .toList();
  }

  /** The number of the head revision once this is written. */
  public int headRevision() {
    return after.head();
  }

  /** Whether a new revision is saved. */
  public boolean savesRevision() {
    return revision != null;
  }

  /** Whether nothing would be different afterwards. */
  public boolean changesNothing() {
    return before != null
        && revision == null
        && teasers.changes().isEmpty()
        && after.spans().equals(before.spans())
        && java.util.Objects.equals(after.withdrawal(), before.withdrawal());
  }

  /** What stands and goes on standing. */
  ArticleView unchanged() {
    if (before == null) throw new IllegalStateException("a new article is a change");
    return new ArticleView(
        before, before.head(), head(), teasers.views(Bodies.teasers(head().body())));
  }

  /** What will stand once this is written. */
  public ArticleView view() {
    return new ArticleView(
        after, after.head(), head(), teasers.views(Bodies.teasers(head().body())));
  }

  /**
   * Writes everything in one transaction. Where that would be too large for the store, the
   * visibility of the teasers follows right after, and {@link ArticleDesk#settle} completes it
   * after a crash.
   */
  public Commit.Result commit(Alongside alongside) {
    var whole = new ArrayList<Change>(List.of(change()));
    teasers.changes().forEach(teaser -> whole.add(teaser.whole()));
    var atOnce = alongside.commit(whole, view());
    if (writing.store().fits(atOnce)) return writing.store().commit(atOnce);
    return commitInParts(alongside);
  }

  private Commit.Result commitInParts(Alongside alongside) {
    var saves = new ArrayList<Change>(List.of(change()));
    teasers.changes().forEach(teaser -> teaser.addSaveTo(saves));
    var commit = alongside.commit(saves, view());
    if (!writing.store().fits(commit)) {
      for (var save : saves.subList(1, saves.size())) {
        var result = writing.store().commit(Alongside.NOTHING.commit(List.of(save), view()));
        if (result != Commit.Result.DONE) return result;
      }
      commit = alongside.commit(saves.subList(0, 1), view());
    }
    var result = writing.store().commit(commit);
    if (result == Commit.Result.DONE) commitTeasers();
    return result;
  }

  /** Writes what becomes of the teasers' visibility, each for itself. */
  void commitTeasers() {
    for (var teaser : teasers.changes()) {
      if (teaser.move() != null) {
        writing.store().commit(Alongside.NOTHING.commit(List.of(teaser.move()), view()));
      }
    }
  }

  private Change change() {
    return new Change(before, after, revision, line, newForms);
  }

  private ArticleContent head() {
    if (head == null) head = content(after.head());
    return head;
  }

  private ArticleContent content(int number) {
    if (revision != null && head != null && number == revision.number()) return head;
    return writing
        .store()
        .revision(id(), number)
        .map(found -> writing.forms().read(found.content()))
        .orElseThrow(() ->
            new InvalidContent(List.of(Fault.at("/revision", "there is no revision " + number))));
  }
}
