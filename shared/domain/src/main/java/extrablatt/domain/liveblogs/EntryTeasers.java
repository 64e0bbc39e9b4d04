package extrablatt.domain.liveblogs;

import extrablatt.domain.Caller;
import extrablatt.domain.DocumentId;
import extrablatt.domain.Fault;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Bodies;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.PublishOrder;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.videos.Countries;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The video teasers of one entry while it is being written. One that came in with the entry is
 * public as long as the entry is; all others are only shown.
 */
final class EntryTeasers {
  /** A teaser as it stands, and as it shall stand. */
  private record Draft(
      @Nullable Publication before,
      Publication after,
      @Nullable Revision saved,
      TeaserContent content) {
    Draft moved(Publication next) {
      return new Draft(before, next, saved, content);
    }
  }

  private final LiveblogWriting writing;
  private final Instant now;
  private final Map<TeaserId, Draft> drafts = new LinkedHashMap<>();
  private final List<TeaserId> created = new ArrayList<>();

  EntryTeasers(LiveblogWriting writing, Instant now) {
    this.writing = writing;
    this.now = now;
  }

  /** The body with every new teaser made a record of its own; an unknown id is a fault. */
  List<Block> settled(List<Block> body, Caller caller, List<Fault> faults) {
    load(Bodies.teasers(body));
    return Bodies.replaced(
        body,
        (block, pointer) -> {
          if (block instanceof Block.VideoTeaser known && !drafts.containsKey(known.teaser())) {
            faults.add(
                Fault.at(pointer + "/teaser/id", "there is no video teaser " + known.teaser()));
          }
          return block instanceof Block.NewVideoTeaser(var content)
              ? new Block.VideoTeaser(create(content, caller))
              : block;
        });
  }

  private TeaserId create(TeaserContent content, Caller caller) {
    var id = new TeaserId(writing.ids().next());
    var stored = writing.teaserForms().stored(content);
    drafts.put(
        id,
        new Draft(
            null,
            Publication.created(id, now, null, null, null),
            new Revision(1, now, caller.name(), content.name(), stored),
            content));
    created.add(id);
    return id;
  }

  /** Those that are new with this save. */
  List<TeaserId> created() {
    return List.copyOf(created);
  }

  /** How many rows the new ones come to. */
  int newRows() {
    return created.stream()
        .map(drafts::get)
        .mapToInt(draft -> 5 + (int) draft.content().topics().stream().distinct().count())
        .sum();
  }

  void load(Collection<TeaserId> ids) {
    var missing = ids.stream().filter(id -> !drafts.containsKey(id)).toList();
    if (missing.isEmpty()) return;
    writing
        .documents()
        .findAll(missing)
        .forEach((id, publication) ->
            drafts.put(
                (TeaserId) id,
                new Draft(publication, publication, null, content(id, publication.head()))));
  }

  /** Forgets what was read: somebody else may have changed it. What is new with this save stays. */
  void readAnew() {
    drafts.values().removeIf(draft -> draft.before() != null);
  }

  /** Makes those public that never were, unless the body shows them no longer. */
  void publish(Collection<TeaserId> own, List<Block> body) {
    var wanted = new ArrayList<>(own);
    wanted.retainAll(Bodies.teasers(body));
    load(wanted);
    for (var id : wanted) {
      var draft = drafts.get(id);
      if (draft == null || !draft.after().spans().isEmpty() || draft.after().withdrawal() != null)
        continue;
      var lists = draft.content().lists();
      var order = new PublishOrder(draft.after().head(), null, null, null, lists, null);
      drafts.put(id, draft.moved(draft.after().published(order, now)));
    }
  }

  /** Takes those out of the public's sight. */
  void withdraw(Collection<TeaserId> own, String reason) {
    load(own);
    for (var id : own) {
      var draft = drafts.get(id);
      if (draft != null && !draft.after().spans().isEmpty())
        drafts.put(id, draft.moved(draft.after().withdrawn(reason, now)));
    }
  }

  /** How the teasers of a body appear inside the entry. */
  Map<TeaserId, List<ShownTeaser>> shown(List<Block> body) {
    var ids = Bodies.teasers(body);
    load(ids);
    var shown = new HashMap<TeaserId, List<ShownTeaser>>();
    for (var id : ids) {
      var draft = drafts.get(id);
      if (draft == null) continue;
      shown.put(id, draft.after().spans().stream().map(span -> shown(id, draft, span)).toList());
    }
    return shown;
  }

  private ShownTeaser shown(TeaserId id, Draft draft, Span span) {
    var publication = draft.after();
    var content =
        span.revision() == publication.head() ? draft.content() : content(id, span.revision());
    return new ShownTeaser(
        id,
        span,
        publication.firstVisible().orElse(span.from()),
        content,
        new Condition(span.from(), span.end(), Countries.EVERYWHERE));
  }

  /** The teasers of a body as the newsroom sees them. */
  Map<TeaserId, TeaserView> views(List<Block> body) {
    var ids = Bodies.teasers(body);
    load(ids);
    var views = new HashMap<TeaserId, TeaserView>();
    for (var id : ids) {
      var draft = drafts.get(id);
      if (draft != null) views.put(id, new TeaserView(draft.after(), draft.content()));
    }
    return views;
  }

  /** The versions in which those stand that are not changed with the entry. */
  Map<TeaserId, Long> versions(Collection<TeaserId> ids) {
    var versions = new HashMap<TeaserId, Long>();
    for (var id : ids) {
      var draft = drafts.get(id);
      if (draft != null && draft.after().equals(draft.before()))
        versions.put(id, draft.after().version());
    }
    return versions;
  }

  /** What has to be written. */
  List<Change> changes() {
    return drafts.values().stream()
        .filter(draft -> !draft.after().equals(draft.before()))
        .map(this::change)
        .toList();
  }

  private Change change(Draft draft) {
    var forms = new HashMap<Span, PublicForm>();
    var before = draft.before();
    for (var span : draft.after().spans()) {
      if (before != null && before.spans().contains(span)) continue;
      var first = draft.after().firstVisible().orElse(span.from());
      var id = (TeaserId) draft.after().id();
      forms.put(
          span,
          writing.teaserForms().published(new ShownTeaser(id, span, first, draft.content(), null)));
    }
    var line = draft.saved() == null ? null : writing.teaserForms().line(draft.content());
    return new Change(before, draft.after(), draft.saved(), line, forms);
  }

  private TeaserContent content(DocumentId id, int number) {
    var revision =
        writing
            .documents()
            .revision(id, number)
            .orElseThrow(
                () -> new IllegalStateException("no revision " + number + " of teaser " + id));
    return writing.teaserForms().read(revision.content());
  }
}
