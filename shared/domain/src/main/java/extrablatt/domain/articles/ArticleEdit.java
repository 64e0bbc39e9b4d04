package extrablatt.domain.articles;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.DocumentId;
import extrablatt.domain.Fault;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.media.OwnPictures;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.PublishOrder;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Shows;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.publishing.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final LiveblogHints liveblogs;
  private final Map<Span, PublicForm> newForms = new HashMap<>();
  private final Map<Integer, Revision> read = new HashMap<>();
  private Publication saved;
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
    this.saved = start;
    this.after = start;
    this.teasers = new ArticleTeasers(writing.store(), writing.teaserForms(), id(), now);
    this.liveblogs = new LiveblogHints(writing.liveblogs());
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
    var pictures =
        faults.isEmpty()
            ? OwnPictures.of(writing.media(), content.image(), content.body())
            : OwnPictures.none();
    var given = pictures.filled(content.body());
    var settled = teasers.settled(given, shownBefore, match, writing.ids(), caller, faults);
    var body = liveblogs.settled(settled, faults);
    if (!faults.isEmpty()) throw new InvalidContent(faults);
    var language = content.language() == null ? writing.defaultLanguage() : content.language();
    var whole = content.withBody(body).withImage(pictures.filled(content.image()));
    write(whole.withSlug(slug).withLanguage(language), slug, origin);
    return this;
  }

  private void write(ArticleContent content, Slug slug, @Nullable Origin origin) {
    var stored = writing.forms().stored(content);
    if (before == null) {
      saved = Publication.created(id(), now, slug, origin, null);
    } else {
      if (stored.equals(writing.forms().stored(head())) && !teasers.anySaved()) return;
      saved = before.saved(slug, origin);
    }
    after = saved;
    head = content;
    revision = new Revision(after.head(), now, caller.name(), content.headline(), stored);
    line = writing.forms().line(content);
  }

  /**
   * Makes a revision public, at once or from {@code at} on; a past {@code at} is the date shown.
   *
   * @throws InvalidContent if there is no such revision
   */
  public ArticleEdit publish(int number, @Nullable Instant at) {
    if (number < 1 || number > after.head())
      throw new InvalidContent(List.of(Fault.at("/revision", "there is no revision " + number)));
    var content = content(number);
    var shownBefore = teasersOfSpans();
    var shown = Bodies.teasers(content.body());
    after =
        after.published(
            new PublishOrder(number, at, content.slug(), content.expiresAt(), lists(content), null),
            now);
    teasers.follow(shown, shownBefore, at, content.expiresAt(), savedAt(number));
    render(after.spans().getLast(), content, shown);
    return this;
  }

  private void render(Span span, ArticleContent content, List<TeaserId> shown) {
    if (before != null && before.spans().stream().anyMatch(span::isSameButForItsEnd)) return;
    renderAnew(span, content, shown);
  }

  private void renderAnew(Span span, ArticleContent content, List<TeaserId> shown) {
    var firstVisible = after.firstVisible().orElse(span.from());
    newForms.put(
        span,
        writing
            .forms()
            .published(
                new PublishedArticle(
                    id(),
                    span,
                    firstVisible,
                    content.withBody(liveblogs.shown(content.body())),
                    teasers.shownIn(shown, span))));
  }

  /** Renders anew what the public reads now and next, from what its teasers and liveblogs say. */
  ArticleEdit rerender() {
    for (var span : after.spans()) {
      if (span.hasEnded(now)) continue;
      var content = content(span.revision());
      renderAnew(span, content, Bodies.teasers(content.body()));
    }
    return this;
  }

  /** Writes what was rendered anew and reads differently, and nothing else. */
  Commit.Result commitRerendering() {
    if (before == null) return Commit.Result.DONE;
    newForms
        .entrySet()
        .removeIf(
            form -> writing.store().isRendered(id(), form.getKey(), form.getValue().document()));
    if (newForms.isEmpty()) return Commit.Result.DONE;
    var change = new Change(before, before, null, null, newForms, shows());
    return writing.store().commit(Alongside.NOTHING.commit(List.of(change), view()));
  }

  /** What is rendered into the article now, and how its liveblogs differ from those before. */
  private Shows shows() {
    var rendered =
        named(newForms.keySet().stream().map(Span::revision).collect(Collectors.toSet()));
    var shown = named(revisions(after.spans()));
    var shownBefore = before == null ? Set.<LiveblogId>of() : named(revisions(before.spans()));
    var versions = new HashMap<DocumentId, Long>(liveblogs.versions(rendered));
    var numbers = newForms.keySet().stream().map(Span::revision).collect(Collectors.toSet());
    versions.putAll(teasers.versions(teasersOf(numbers)));
    return new Shows(versions, without(shown, shownBefore), without(shownBefore, shown));
  }

  private Set<LiveblogId> named(Set<Integer> numbers) {
    return numbers.stream()
        .flatMap(number -> LiveblogHints.named(content(number).body()).stream())
        .collect(Collectors.toSet());
  }

  private static Set<Integer> revisions(List<Span> spans) {
    return spans.stream().map(Span::revision).collect(Collectors.toSet());
  }

  private static Set<LiveblogId> without(Set<LiveblogId> some, Set<LiveblogId> others) {
    return some.stream().filter(id -> !others.contains(id)).collect(Collectors.toSet());
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

  /**
   * Brings the article's own teasers to where the article is, if a crash left them behind: those
   * that it shows, and those that it showed until the revision before.
   */
  ArticleEdit settle() {
    var withdrawal = after.withdrawal();
    if (after.statusAt(now) == Status.WITHDRAWN && withdrawal != null) {
      teasers.withdraw(
          teasersOf(List.of(withdrawal.revision(), after.head())), withdrawal.reason());
    } else if (!after.spans().isEmpty()) {
      settle(after.spans().getLast());
    }
    return this;
  }

  private void settle(Span span) {
    if (span.hasEnded(now)) return;
    var shown = teasersOf(List.of(span.revision()));
    var shownBefore = new ArrayList<>(teasersOfSpans());
    if (span.revision() > 1) shownBefore.addAll(teasersOf(List.of(span.revision() - 1)));
    teasers.follow(
        shown, shownBefore, span.updatedAt(), span.expiresAt(), savedAt(span.revision()));
  }

  private List<TeaserId> teasersOf(Collection<Integer> numbers) {
    return numbers.stream()
        .flatMap(number -> Bodies.teasers(content(number).body()).stream())
        .distinct()
        .toList();
  }

  private List<TeaserId> teasersOfSpans() {
    if (before == null) return List.of();
    return teasersOf(before.spans().stream().map(Span::revision).toList());
  }

  private static List<ListName> lists(ArticleContent content) {
    var section = content.section();
    return Stream.of(
            Stream.of(new ListName.Newest()),
            section == null ? Stream.<ListName>of() : Stream.of(new ListName.Section(section)),
            content.topics().stream().map(ListName.Topic::new),
            content.authors().stream().map(Author::name).map(ListName.ByAuthor::new),
            Bodies.teasers(content.body()).stream().map(ListName.Showing::new))
        .<ListName>flatMap(names -> names)
        .distinct()
        .toList();
  }

  /** The number of the head revision once this is written. */
  public int headRevision() {
    return after.head();
  }

  /** Whether nothing would be different afterwards. */
  public boolean changesNothing() {
    return before != null
        && revision == null
        && teasers.changes().isEmpty()
        && after.spans().equals(before.spans())
        && Objects.equals(after.withdrawal(), before.withdrawal());
  }

  /** What stands and goes on standing. */
  ArticleView unchanged() {
    if (before == null) throw new IllegalStateException("a new article is a change");
    return new ArticleView(
        before, before.head(), told(), teasers.views(Bodies.teasers(head().body())));
  }

  /** What will stand once this is written. */
  public ArticleView view() {
    return new ArticleView(
        after, after.head(), told(), teasers.views(Bodies.teasers(head().body())));
  }

  private ArticleContent told() {
    return head().withBody(liveblogs.told(head().body()));
  }

  /** Writes all of it, at once where one transaction can hold it. */
  public Commit.Result commit(Alongside alongside) {
    return steps().write(alongside);
  }

  /** Writes what becomes of the teasers alone. */
  void commitTeasers() {
    steps().writeTeasers();
  }

  private EditSteps steps() {
    return new EditSteps(
        writing.store(),
        view(),
        new Change(before, saved, revision, line, Map.of()),
        new Change(saved, after, null, null, newForms, shows()),
        teasers.changes());
  }

  private ArticleContent head() {
    if (head == null) head = content(after.head());
    return head;
  }

  private ArticleContent content(int number) {
    if (revision != null && head != null && number == revision.number()) return head;
    return writing.forms().read(revision(number).content());
  }

  private Instant savedAt(int number) {
    return revision(number).savedAt();
  }

  /** A stored revision never changes, so one look is enough. */
  private Revision revision(int number) {
    if (revision != null && number == revision.number()) return revision;
    return read.computeIfAbsent(
        number,
        _ ->
            writing
                .store()
                .revision(id(), number)
                .orElseThrow(() ->
                    new IllegalStateException("no revision " + number + " of article " + id())));
  }
}
