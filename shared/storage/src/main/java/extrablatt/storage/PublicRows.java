package extrablatt.storage;

import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Slug;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.publishing.Variant;
import extrablatt.domain.publishing.Withdrawal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a publication demands: for each span what stands at the document's address and in
 * each list, for a withdrawal a tombstone. What a change does to them is the difference between the
 * rows before and after it.
 */
final class PublicRows {
  /** What happens to one row. */
  sealed interface RowChange {
    Key key();

    /** A span's document is written. */
    record PutDocument(Key key, Span span, List<Slug> formerSlugs, Rendering document)
        implements RowChange {}

    /** A span's document in other formats is written. */
    record PutVariants(Key key, Span span, List<Slug> formerSlugs, Map<Variant, Rendering> variants)
        implements RowChange {}

    /** A span's place in a list is written. */
    record PutListed(Key key, Span span, Rendering summary) implements RowChange {}

    /** A tombstone is written. */
    record PutTombstone(Key key, Tombstone tombstone) implements RowChange {}

    /** A span's document stays as it is, but for when it ends and what redirects to it. */
    record AmendDocument(Key key, Span span, List<Slug> formerSlugs) implements RowChange {}

    /** The same for the document in other formats, of which there may be none. */
    record AmendVariants(Key key, Span span, List<Slug> formerSlugs) implements RowChange {}

    /** A span's place in a list stays as it is, but for when it ends. */
    record AmendListed(Key key, Span span) implements RowChange {}

    /** The row goes. */
    record Remove(Key key) implements RowChange {}
  }

  /** What a tombstone says; its slugs are those that the public has seen. */
  record Tombstone(Withdrawal withdrawal, @Nullable Slug slug, List<Slug> formerSlugs) {}

  private final DocumentId id;
  private final @Nullable Publication before;
  private final Change change;
  private final List<RowChange> changes = new ArrayList<>();
  private final Set<Key> wanted = new HashSet<>();

  private PublicRows(Change change) {
    this.id = change.after().id();
    this.before = change.before();
    this.change = change;
  }

  /** What a change does to the public's rows, each row once. */
  static List<RowChange> changedBy(Change change) {
    var rows = new PublicRows(change);
    change.after().spans().forEach(rows::keep);
    rows.keepTombstone();
    rows.removeOthers();
    return List.copyOf(rows.changes);
  }

  /** What the public reads at a document's address, where it is rendered anew. */
  static List<RowChange> documentsOf(Change change) {
    return changedBy(change).stream()
        .filter(row -> row instanceof RowChange.PutDocument || row instanceof RowChange.PutVariants)
        .toList();
  }

  private void keep(Span span) {
    var earlier = sameButForItsEnd(span);
    var form = change.forms().get(span);
    if (form == null && earlier == null)
      throw new IllegalArgumentException("a new span lacks its form: " + span);
    var formerSlugs = change.after().slugsBefore(span);
    var documentKey = Keys.publicRow(id, span.from());
    if (form != null)
      add(new RowChange.PutDocument(documentKey, span, formerSlugs, form.document()));
    else if (isChanged(earlier, span, formerSlugs))
      add(new RowChange.AmendDocument(documentKey, span, formerSlugs));
    else wanted.add(documentKey);
    keepVariants(span, form, isChanged(earlier, span, formerSlugs), formerSlugs);
    for (var key : listKeys(span)) {
      if (form != null) add(new RowChange.PutListed(key, span, form.summary()));
      else if (!span.equals(earlier)) add(new RowChange.AmendListed(key, span));
      else wanted.add(key);
    }
  }

  /** Only articles can be had in other formats. */
  private void keepVariants(
      Span span, @Nullable PublicForm form, boolean isChanged, List<Slug> formerSlugs) {
    if (id.kind() != DocumentKind.ARTICLE) return;
    var key = Keys.variantRow(id, span.from());
    if (form == null && isChanged) add(new RowChange.AmendVariants(key, span, formerSlugs));
    else if (form == null) wanted.add(key);
    else if (!form.variants().isEmpty())
      add(new RowChange.PutVariants(key, span, formerSlugs, form.variants()));
  }

  /** The span before the change that shows the same, perhaps for a longer or a shorter time. */
  private @Nullable Span sameButForItsEnd(Span span) {
    if (before == null) return null;
    return before.spans().stream()
        .filter(earlier -> unending(earlier).equals(unending(span)))
        .findFirst()
        .orElse(null);
  }

  private boolean isChanged(@Nullable Span earlier, Span span, List<Slug> formerSlugs) {
    return earlier == null
        || before == null
        || !earlier.equals(span)
        || !before.slugsBefore(earlier).equals(formerSlugs);
  }

  private static Span unending(Span span) {
    return new Span(
        span.revision(),
        span.from(),
        null,
        span.publishedAt(),
        span.updatedAt(),
        span.slug(),
        span.expiresAt(),
        span.lists());
  }

  private void keepTombstone() {
    var tombstone = tombstone(change.after());
    if (tombstone == null) return;
    var key = key(tombstone);
    if (wanted.contains(key)) return;
    if (before != null && tombstone.equals(tombstone(before))) wanted.add(key);
    else add(new RowChange.PutTombstone(key, tombstone));
  }

  private void removeOthers() {
    if (before == null) return;
    for (var span : before.spans()) {
      remove(Keys.publicRow(id, span.from()));
      if (id.kind() == DocumentKind.ARTICLE) remove(Keys.variantRow(id, span.from()));
      listKeys(span).forEach(this::remove);
    }
    var tombstone = tombstone(before);
    if (tombstone != null) remove(key(tombstone));
  }

  private void remove(Key key) {
    if (!wanted.contains(key)) add(new RowChange.Remove(key));
  }

  private void add(RowChange row) {
    if (wanted.add(row.key())) changes.add(row);
  }

  private Set<Key> listKeys(Span span) {
    var keys = new LinkedHashSet<Key>();
    for (var list : span.lists()) {
      // What shows a teaser follows by the table's stream: a transaction could not hold it, too.
      if (list instanceof ListName.Showing) continue;
      keys.add(Keys.listed(list, span.publishedAt(), id, span.from()));
    }
    return keys;
  }

  private Key key(Tombstone tombstone) {
    return Keys.publicRow(id, tombstone.withdrawal().from());
  }

  /**
   * The head may have a slug that the public must not know of yet; then the last one that it has
   * seen counts.
   */
  private static @Nullable Tombstone tombstone(Publication publication) {
    var withdrawal = publication.withdrawal();
    if (withdrawal == null) return null;
    var seen = publication.formerSlugs();
    if (seen.isEmpty()) return new Tombstone(withdrawal, null, List.of());
    var head = publication.slug();
    var slug = head != null && seen.contains(head) ? head : seen.getLast();
    return new Tombstone(
        withdrawal, slug, seen.stream().filter(other -> !other.equals(slug)).toList());
  }
}
