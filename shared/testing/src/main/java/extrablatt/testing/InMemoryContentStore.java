package extrablatt.testing;

import extrablatt.domain.Bytes;
import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.delivery.ListRow;
import extrablatt.domain.delivery.PublicRow;
import extrablatt.domain.delivery.PublicStore;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.publishing.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Documents in memory, and what the public reads of them. */
public final class InMemoryContentStore implements ContentStore, PublicStore {
  private record SlugOfKind(DocumentKind kind, Slug slug) {}

  private final Object lock;
  private final InMemoryOriginStore origins;
  private final InMemoryReceiptStore receipts;
  private final InMemoryIdempotencyStore idempotency;
  private final InMemoryMediaLibrary media;
  private final Map<DocumentId, Publication> publications = new HashMap<>();
  private final Map<DocumentId, TreeMap<Integer, Revision>> revisions = new HashMap<>();
  private final Map<DocumentId, Bytes> lines = new HashMap<>();
  private final Map<DocumentId, PublicView> views = new HashMap<>();
  private final Map<DocumentId, Integer> writes = new HashMap<>();
  private final Map<SlugOfKind, DocumentId> slugs = new HashMap<>();

  InMemoryContentStore(
      Object lock,
      InMemoryOriginStore origins,
      InMemoryReceiptStore receipts,
      InMemoryIdempotencyStore idempotency,
      InMemoryMediaLibrary media) {
    this.lock = lock;
    this.origins = origins;
    this.receipts = receipts;
    this.idempotency = idempotency;
    this.media = media;
  }

  @Override
  public Optional<Publication> find(DocumentId id) {
    synchronized (lock) {
      return Optional.ofNullable(publications.get(id));
    }
  }

  @Override
  public Map<DocumentId, Publication> findAll(Collection<? extends DocumentId> ids) {
    synchronized (lock) {
      var found = new LinkedHashMap<DocumentId, Publication>();
      for (var id : ids) find(id).ifPresent(publication -> found.put(id, publication));
      return found;
    }
  }

  @Override
  public Optional<DocumentId> bySlug(DocumentKind kind, Slug slug) {
    synchronized (lock) {
      return Optional.ofNullable(slugs.get(new SlugOfKind(kind, slug)));
    }
  }

  @Override
  public Optional<Revision> revision(DocumentId id, int number) {
    synchronized (lock) {
      return Optional.ofNullable(revisionsOf(id).get(number));
    }
  }

  @Override
  public Page<Revision.Line> revisions(DocumentId id, PageRequest page) {
    synchronized (lock) {
      var saved = List.copyOf(revisionsOf(id).values());
      return Positions.page(saved, revision -> Positions.of(revision.number()), page)
          .map(InMemoryContentStore::line);
    }
  }

  @Override
  public Page<DeskLine> desk(DocumentKind kind, PageRequest page) {
    synchronized (lock) {
      var all =
          lines.entrySet().stream()
              .filter(line -> line.getKey().kind() == kind)
              .flatMap(line ->
                  find(line.getKey()).map(state -> new DeskLine(state, line.getValue())).stream())
              .toList();
      return Positions.page(all, InMemoryContentStore::position, page);
    }
  }

  @Override
  public boolean isRendered(DocumentId id, Span span, Rendering document) {
    synchronized (lock) {
      return views.getOrDefault(id, PublicView.NOTHING).shown().stream()
          .anyMatch(shown -> shown.span().equals(span) && shown.form().document().equals(document));
    }
  }

  /** How often what the public reads of a document was written. */
  public int writesOf(DocumentId id) {
    synchronized (lock) {
      return writes.getOrDefault(id, 0);
    }
  }

  /** Counts the rows that a table would write, receipts and spans rather too high than too low. */
  @Override
  public boolean fits(Commit commit) {
    int rows = commit.receipts().size() * 6 + 2;
    for (var change : commit.changes()) rows += rows(change);
    return rows <= 100;
  }

  private static int rows(Change change) {
    int rows = change.after().withdrawal() == null ? 1 : 2;
    if (change.revision() != null) rows++;
    if (change.line() != null) rows++;
    var before = change.before();
    var slug = change.after().slug();
    if (slug != null && (before == null || !slug.equals(before.slug()))) rows++;
    var spans = new ArrayList<>(change.after().spans());
    if (before != null) {
      spans.removeAll(before.spans());
      before.spans().stream()
          .filter(span -> !change.after().spans().contains(span))
          .forEach(spans::add);
    }
    for (var span : spans) {
      rows += 2;
      for (var list : span.lists()) rows += list instanceof ListName.Showing ? 0 : 1;
    }
    return rows;
  }

  @Override
  public Commit.Result commit(Commit commit) {
    synchronized (lock) {
      if (!fits(commit)) throw new IllegalArgumentException("more than one transaction can hold");
      var after = new HashMap<DocumentId, PublicView>();
      for (var change : commit.changes()) after.put(change.after().id(), view(change));
      var result = check(commit);
      if (result == Commit.Result.DONE) {
        write(commit);
        views.putAll(after);
      }
      return result;
    }
  }

  @Override
  public Optional<PublicRow> at(DocumentId id, Instant now) {
    synchronized (lock) {
      return Optional.ofNullable(views.get(id)).flatMap(view -> view.at(now));
    }
  }

  @Override
  public Optional<PublicRow> at(DocumentId id, Variant variant, Instant now) {
    synchronized (lock) {
      return Optional.ofNullable(views.get(id)).flatMap(view -> view.at(variant, now));
    }
  }

  @Override
  public Page<ListRow> list(ListName list, Instant newest, PageRequest page) {
    synchronized (lock) {
      var rows = new ArrayList<ListRow>();
      for (var view : views.values()) rows.addAll(view.listed(list, newest));
      return Positions.page(rows, ListRow::position, page);
    }
  }

  private PublicView view(Change change) {
    var before = views.getOrDefault(change.after().id(), PublicView.NOTHING);
    return before.after(change);
  }

  private Commit.Result check(Commit commit) {
    var answer = commit.answer();
    if (answer != null && !idempotency.isInHandsOf(answer.key(), answer.token()))
      return Commit.Result.ANSWER_LOST;
    if (!commit.changes().stream().allMatch(this::isUnchanged))
      return Commit.Result.DOCUMENT_CHANGED;
    var origin = commit.origin();
    if (origin != null && !origins.isUnchanged(origin)) return Commit.Result.ORIGIN_CHANGED;
    if (!commit.receipts().stream().allMatch(receipts::isUnchanged))
      return Commit.Result.RECEIPT_CHANGED;
    var files = commit.media();
    if (files != null && !media.isUnchanged(files)) return Commit.Result.DOCUMENT_CHANGED;
    if (files != null && !media.isNameFree(files)) return Commit.Result.ORIGIN_CHANGED;
    if (!commit.changes().stream().allMatch(this::isSlugFree)) return Commit.Result.SLUG_TAKEN;
    return Commit.Result.DONE;
  }

  private boolean isUnchanged(Change change) {
    var id = change.after().id();
    var stored = publications.get(id);
    var before = change.before();
    var revision = change.revision();
    if (revision != null && revisionsOf(id).containsKey(revision.number())) return false;
    if (!change.shows().rendered().entrySet().stream().allMatch(this::stands)) return false;
    if (stored == null || before == null) return stored == null && before == null;
    return stored.version() == before.version();
  }

  /** Liveblogs are kept elsewhere, with versions of their own. */
  private boolean stands(Map.Entry<DocumentId, Long> rendered) {
    var stored = publications.get(rendered.getKey());
    return stored == null || stored.version() == rendered.getValue();
  }

  private boolean isSlugFree(Change change) {
    var id = change.after().id();
    var before = change.before();
    var slug = change.after().slug();
    if (slug == null || (before != null && slug.equals(before.slug()))) return true;
    return slugs.getOrDefault(new SlugOfKind(id.kind(), slug), id).equals(id);
  }

  private void write(Commit commit) {
    commit.changes().forEach(this::write);
    var origin = commit.origin();
    if (origin != null) origins.write(origin);
    commit.receipts().forEach(receipts::write);
    var answer = commit.answer();
    if (answer != null) idempotency.write(answer);
    var files = commit.media();
    if (files != null) media.write(files);
  }

  private void write(Change change) {
    var after = change.after();
    if (!change.forms().isEmpty()) writes.merge(after.id(), 1, Integer::sum);
    publications.put(after.id(), after);
    var revision = change.revision();
    if (revision != null)
      revisions.computeIfAbsent(after.id(), id -> new TreeMap<>()).put(revision.number(), revision);
    var line = change.line();
    if (line != null) lines.put(after.id(), line);
    var slug = after.slug();
    if (slug != null) slugs.put(new SlugOfKind(after.id().kind(), slug), after.id());
  }

  private Map<Integer, Revision> revisionsOf(DocumentId id) {
    return revisions.getOrDefault(id, new TreeMap<>());
  }

  private static Revision.Line line(Revision revision) {
    return new Revision.Line(
        revision.number(), revision.savedAt(), revision.savedBy(), revision.headline());
  }

  private static String position(DeskLine line) {
    return Positions.of(line.publication().createdAt(), line.publication().id().value());
  }
}
