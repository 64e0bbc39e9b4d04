package extrablatt.storage;

import extrablatt.domain.Slug;
import extrablatt.domain.delivery.ListRow;
import extrablatt.domain.delivery.PublicBody;
import extrablatt.domain.delivery.PublicRow;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.publishing.Variant;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the public reads, as rows: {@code PUB#ARTICLE#id}, {@code from}, and {@code LIST#…}, {@code
 * publishedAt#id#from}.
 */
final class PublicItem {
  private static final String FORM = "form";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String EXPIRES_AT = "expiresAt";
  static final String SLUG = "slug";
  static final String FORMER_SLUGS = "formerSlugs";
  private static final String HASH = "hash";
  private static final String SUMMARY = "summary";
  private static final String REASON = "reason";
  static final String WITHDRAWN_AT = "withdrawnAt";

  private static final String WHOLE = "whole";
  private static final String CUT = "cut";
  private static final String TOMBSTONE = "tombstone";

  private PublicItem() {}

  /** Whether a row holds the document of that hash. */
  static boolean holds(ItemReader row, String hash) {
    return hash.equals(row.textOrNull(HASH));
  }

  static ItemWriter document(PublicRows.RowChange.PutDocument row, Kept kept) {
    return kept.write(head(row.key(), row.span(), row.formerSlugs()));
  }

  static ItemWriter variants(PublicRows.RowChange.PutVariants row, Map<Variant, Kept> kept) {
    var item = head(row.key(), row.span(), row.formerSlugs());
    kept.forEach((variant, body) -> item.map(variant.name(), body.write(ItemWriter.inside())));
    return item;
  }

  private static ItemWriter head(Key key, Span span, List<Slug> formerSlugs) {
    return ItemWriter.at(key)
        .text(FROM, span.from())
        .text(UNTIL, span.until())
        .text(EXPIRES_AT, span.expiresAt())
        .text(SLUG, span.slug())
        .texts(FORMER_SLUGS, formerSlugs);
  }

  /** A rendering as it is kept. */
  record Kept(boolean isConditional, Body.Kept body, String hash) {
    private ItemWriter write(ItemWriter item) {
      return Body.write(item.text(FORM, isConditional ? CUT : WHOLE).text(HASH, hash), body);
    }
  }

  static ItemWriter listed(PublicRows.RowChange.PutListed row) {
    var span = row.span();
    var summary = row.summary();
    return ItemWriter.at(row.key())
        .text(FORM, summary.isConditional() ? CUT : WHOLE)
        .text(FROM, span.from())
        .text(UNTIL, span.until())
        .text(EXPIRES_AT, span.expiresAt())
        .bytes(SUMMARY, RenderingCodec.plainOrCut(summary));
  }

  static ItemWriter tombstone(PublicRows.RowChange.PutTombstone row) {
    var tombstone = row.tombstone();
    return ItemWriter.at(row.key())
        .text(FORM, TOMBSTONE)
        .text(REASON, tombstone.withdrawal().reason())
        .text(WITHDRAWN_AT, tombstone.withdrawal().at())
        .text(SLUG, tombstone.slug())
        .texts(FORMER_SLUGS, tombstone.formerSlugs());
  }

  static Expression amendDocument(Span span, List<Slug> formerSlugs) {
    return amend(span, formerSlugs);
  }

  static Expression amendListed(Span span) {
    return amend(span, null);
  }

  /** Writes anew when a row ends, and the slugs that redirect to it if they are given. */
  private static Expression amend(Span span, @Nullable List<Slug> formerSlugs) {
    var set = new StringJoiner(", ", "SET ", "").setEmptyValue("");
    var remove = new StringJoiner(", ", " REMOVE ", "").setEmptyValue("");
    var values = new HashMap<String, AttributeValue>();
    var until = span.until();
    if (until == null) remove.add("#" + UNTIL);
    else {
      set.add("#until = :until");
      values.put(":until", ItemWriter.time(until));
    }
    if (formerSlugs != null && formerSlugs.isEmpty()) remove.add("#" + FORMER_SLUGS);
    else if (formerSlugs != null) {
      set.add("#formerSlugs = :formerSlugs");
      values.put(":formerSlugs", ItemWriter.list(formerSlugs));
    }
    return new Expression(set.toString() + remove, values);
  }

  static PublicRow read(ItemReader item, Supplier<ObjectStore> bucket) {
    if (item.text(FORM).equals(TOMBSTONE))
      return new PublicRow.Tombstone(
          item.text(REASON),
          item.time(WITHDRAWN_AT),
          item.readOrNull(SLUG, Slug::new),
          item.texts(FORMER_SLUGS, Slug::new));
    return live(item, body(item, bucket));
  }

  /** The document in another format, if the row has that. */
  static Optional<PublicRow> read(ItemReader item, Variant variant, Supplier<ObjectStore> bucket) {
    return Optional.ofNullable(item.mapOrNull(variant.name(), kept -> body(kept, bucket)))
        .map(body -> live(item, body));
  }

  private static PublicBody body(ItemReader kept, Supplier<ObjectStore> bucket) {
    var gzip = Body.read(kept, bucket);
    return kept.text(FORM).equals(CUT)
        ? new PublicBody.Cut(RenderingCodec.read(Gzip.plain(gzip)))
        : new PublicBody.Whole(gzip, kept.text(HASH));
  }

  private static PublicRow live(ItemReader item, PublicBody body) {
    var end = end(item);
    var expiresAt = item.timeOrNull(EXPIRES_AT);
    return new PublicRow.Live(
        item.time(FROM),
        end,
        Objects.equals(end, expiresAt) ? expiresAt : null,
        item.readOrNull(SLUG, Slug::new),
        item.texts(FORMER_SLUGS, Slug::new),
        body);
  }

  static ListRow readListed(ItemReader item) {
    var summary = item.bytes(SUMMARY);
    return new ListRow(
        item.text(Key.SORT),
        item.time(FROM),
        end(item),
        item.text(FORM).equals(CUT) ? RenderingCodec.read(summary) : Rendering.of(summary));
  }

  private static @Nullable Instant end(ItemReader item) {
    var until = item.timeOrNull(UNTIL);
    var expiresAt = item.timeOrNull(EXPIRES_AT);
    if (until == null || (expiresAt != null && expiresAt.isBefore(until))) return expiresAt;
    return until;
  }
}
