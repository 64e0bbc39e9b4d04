package extrablatt.domain.delivery;

import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Variant;
import java.time.Instant;
import java.util.Optional;

/**
 * What the public may read; each method is one request, and may lag behind the latest commit for a
 * moment.
 */
public interface PublicStore {
  /** The row that began last. */
  Optional<PublicRow> at(DocumentId id, Instant now);

  /**
   * The row that began last and has the document in another format; empty also if it was published
   * before there was that format, or is withdrawn.
   */
  Optional<PublicRow> at(DocumentId id, Variant variant, Instant now);

  /** Which document has a slug, visible or not. */
  Optional<DocumentId> bySlug(DocumentKind kind, Slug slug);

  /**
   * Rows of a list, those with the latest date first, beginning with the date {@code newest};
   * visible or not.
   */
  Page<ListRow> list(ListName list, Instant newest, PageRequest page);
}
