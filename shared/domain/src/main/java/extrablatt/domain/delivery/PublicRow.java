package extrablatt.domain.delivery;

import extrablatt.domain.Slug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the public meets at a document's address from a time on. */
public sealed interface PublicRow {
  /** The document's slug while the row counts. */
  @Nullable Slug slug();

  /** Slugs that redirect to it. */
  List<Slug> formerSlugs();

  /**
   * A revision that can be read until {@code end}.
   *
   * @param expiresAt set if the end is an expiry
   */
  record Live(
      Instant from,
      @Nullable Instant end,
      @Nullable Instant expiresAt,
      @Nullable Slug slug,
      List<Slug> formerSlugs,
      PublicBody body)
      implements PublicRow {}

  /** A withdrawn document. */
  record Tombstone(String reason, Instant withdrawnAt, @Nullable Slug slug, List<Slug> formerSlugs)
      implements PublicRow {}
}
