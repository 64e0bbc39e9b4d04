package extrablatt.domain.articles;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Caller;
import extrablatt.domain.Fault;
import extrablatt.domain.IdGenerator;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.videos.Countries;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserForms;
import extrablatt.domain.videos.TeaserView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The video teasers of one article while it is being changed. A teaser that came in with the
 * article follows it: it becomes visible, expires and is withdrawn with it. All other teasers are
 * only shown.
 */
final class ArticleTeasers {
  private final ContentStore store;
  private final TeaserForms forms;
  private final ArticleId article;
  private final Instant now;
  private final Map<TeaserId, TeaserDraft> drafts = new LinkedHashMap<>();

  ArticleTeasers(ContentStore store, TeaserForms forms, ArticleId article, Instant now) {
    this.store = store;
    this.forms = forms;
    this.article = article;
    this.now = now;
  }

  /** Loads the teasers that exist. */
  void load(Collection<TeaserId> ids) {
    var missing = ids.stream().filter(id -> !drafts.containsKey(id)).toList();
    if (missing.isEmpty()) return;
    var found = store.findAll(missing);
    for (var id : missing) {
      var publication = found.get(id);
      if (publication != null) {
        var revision = revision(id, publication.head());
        drafts.put(id, TeaserDraft.known(publication, revision, forms));
      }
    }
  }

  /**
   * The body with every new teaser made a record of its own; a teaser id that is not known is a
   * fault.
   *
   * @param before the teasers that the article has shown so far, in order
   */
  List<Block> settled(
      List<Block> body,
      List<TeaserId> before,
      TeaserMatch match,
      IdGenerator ids,
      Caller caller,
      List<Fault> faults) {
    load(Bodies.teasers(body));
    load(before);
    var free = new ArrayList<>(before);
    free.removeAll(Bodies.teasers(body));
    var matches = match.matches(newTeasers(body), drafts(free));
    return Bodies.replaced(
        body,
        (block, pointer) -> {
          if (block instanceof Block.VideoTeaser known && !drafts.containsKey(known.teaser())) {
            faults.add(
                Fault.at(pointer + "/teaser/id", "there is no video teaser " + known.teaser()));
          }
          if (!(block instanceof Block.NewVideoTeaser fresh)) return block;
          var draft = matches.get(pointer);
          if (draft == null) draft = added(fresh.teaser(), new TeaserId(ids.next()), caller);
          else draft.save(fresh.teaser(), forms, caller, now);
          return new Block.VideoTeaser(draft.id());
        });
  }

  private TeaserDraft added(TeaserContent content, TeaserId id, Caller caller) {
    var draft = TeaserDraft.created(id, content, article, forms, caller, now);
    drafts.put(id, draft);
    return draft;
  }

  /** The teasers that are not yet records, by their place in the body. */
  private static SequencedMap<String, TeaserContent> newTeasers(List<Block> body) {
    var fresh = new LinkedHashMap<String, TeaserContent>();
    Bodies.replaced(
        body,
        (block, pointer) -> {
          if (block instanceof Block.NewVideoTeaser teaser) fresh.put(pointer, teaser.teaser());
          return block;
        });
    return fresh;
  }

  private List<TeaserDraft> drafts(List<TeaserId> ids) {
    return ids.stream().map(drafts::get).filter(Objects::nonNull).toList();
  }

  /**
   * Makes the article's own teasers public with it from a time on, and ends those that it no longer
   * shows. What they say is what they said when that revision of the article was saved: a later one
   * may not be public yet.
   */
  void follow(
      List<TeaserId> shown,
      List<TeaserId> shownBefore,
      @Nullable Instant at,
      @Nullable Instant expiresAt,
      Instant savedAt) {
    load(shown);
    load(shownBefore);
    var start = at != null && at.isAfter(now) ? at : now;
    for (var entry : drafts.entrySet()) {
      var draft = entry.getValue();
      if (!isOwn(draft.publication())) continue;
      if (shown.contains(entry.getKey())) {
        draft.choose(asOf(draft, savedAt), forms);
        draft.publish(at, expiresAt, article, now);
      } else if (shownBefore.contains(entry.getKey())) draft.end(start, now);
    }
  }

  /** The newest revision that a teaser had at that time, or else its first. */
  private Revision asOf(TeaserDraft draft, Instant time) {
    var revision = draft.head();
    while (revision.savedAt().isAfter(time) && revision.number() > 1) {
      revision = revision(draft.id(), revision.number() - 1);
    }
    return revision;
  }

  /** Takes the article's own teasers out of the public's sight with it. */
  void withdraw(Collection<TeaserId> shown, String reason) {
    load(shown);
    for (var id : shown) {
      var draft = drafts.get(id);
      if (draft != null && isOwn(draft.publication())) draft.withdraw(reason, now);
    }
  }

  /** How the teasers appear inside the article during one of its spans. */
  Map<TeaserId, List<ShownTeaser>> shownIn(List<TeaserId> ids, Span span) {
    load(ids);
    var shown = new HashMap<TeaserId, List<ShownTeaser>>();
    for (var id : ids) {
      var draft = drafts.get(id);
      if (draft == null) continue;
      var own = isOwn(draft.publication());
      var spans = draft.publication().spans();
      shown.put(
          id,
          own
              ? spans.stream()
                  .filter(each -> covers(each, span))
                  .map(each -> shown(draft, each, null))
                  .toList()
              : spans.stream().map(each -> shown(draft, each, whileVisible(each))).toList());
    }
    return shown;
  }

  private static boolean covers(Span teaser, Span article) {
    var end = teaser.end();
    var start = article.updatedAt();
    return !teaser.from().isAfter(start) && (end == null || end.isAfter(start));
  }

  private static Condition whileVisible(Span span) {
    return new Condition(span.from(), span.end(), Countries.EVERYWHERE);
  }

  private ShownTeaser shown(TeaserDraft draft, Span span, @Nullable Condition condition) {
    var publication = draft.publication();
    var id = (TeaserId) publication.id();
    var content =
        span.revision() == publication.head()
            ? draft.content()
            : forms.read(revision(id, span.revision()).content());
    return new ShownTeaser(
        id, span, publication.firstVisible().orElse(span.from()), content, condition);
  }

  private boolean isOwn(Publication publication) {
    return article.equals(publication.follows());
  }

  private Revision revision(TeaserId id, int number) {
    return store
        .revision(id, number)
        .orElseThrow(() -> new IllegalStateException("no revision " + number + " of teaser " + id));
  }

  /**
   * The versions in which those stand that are not changed with the article: what is rendered of
   * them has to be what they say when the article is written.
   */
  Map<TeaserId, Long> versions(Collection<TeaserId> ids) {
    var versions = new HashMap<TeaserId, Long>();
    for (var id : ids) {
      var draft = drafts.get(id);
      if (draft != null && !draft.isChanged()) versions.put(id, draft.publication().version());
    }
    return versions;
  }

  /** Whether any teaser says something new: then the article does. */
  boolean anySaved() {
    return drafts.values().stream().anyMatch(TeaserDraft::isSaved);
  }

  /** What has to be written. */
  List<TeaserChange> changes() {
    return drafts.values().stream()
        .filter(TeaserDraft::isChanged)
        .map(draft -> draft.change(forms))
        .toList();
  }

  /** The teasers as the newsroom sees them once that is written. */
  Map<TeaserId, TeaserView> views(List<TeaserId> ids) {
    load(ids);
    var views = new HashMap<TeaserId, TeaserView>();
    for (var id : ids) {
      var draft = drafts.get(id);
      if (draft != null) views.put(id, new TeaserView(draft.publication(), draft.content()));
    }
    return views;
  }
}
