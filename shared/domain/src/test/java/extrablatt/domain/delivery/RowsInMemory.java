package extrablatt.domain.delivery;

import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows as a test puts them; a list's rows stand in its order, their dates in their positions. */
final class RowsInMemory implements PublicStore {
  final Map<DocumentId, PublicRow> rows = new HashMap<>();
  final Map<DocumentId, PublicRow> variants = new HashMap<>();
  final Map<Slug, DocumentId> slugs = new HashMap<>();
  final List<ListRow> list = new ArrayList<>();
  final List<String> calls = new ArrayList<>();

  @Override
  public Optional<PublicRow> at(DocumentId id, Instant now) {
    calls.add("at " + now);
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public Optional<PublicRow> at(DocumentId id, Variant variant, Instant now) {
    calls.add("at " + variant + " " + now);
    return Optional.ofNullable(variants.get(id));
  }

  @Override
  public Optional<DocumentId> bySlug(DocumentKind kind, Slug slug) {
    calls.add("bySlug");
    return Optional.ofNullable(slugs.get(slug)).filter(id -> id.kind() == kind);
  }

  @Override
  public Page<ListRow> list(ListName name, Instant newest, PageRequest page) {
    calls.add("list until " + newest + ", limit " + page.limit());
    var after = page.after();
    var found =
        list.stream()
            .filter(row -> row.position().compareTo(newest.toString()) <= 0)
            .filter(row -> after == null || row.position().compareTo(after) < 0)
            .limit(page.limit())
            .toList();
    boolean full = found.size() == page.limit();
    return new Page<>(found, full ? found.getLast().position() : null);
  }
}
