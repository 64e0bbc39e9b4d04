package extrablatt.storage;

import extrablatt.domain.Slug;
import extrablatt.domain.delivery.ListRow;
import extrablatt.domain.delivery.PublicBody;
import extrablatt.domain.delivery.PublicRow;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Span;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
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

  static ItemWriter document(PublicRows.RowChange.PutDocument row, Body.Kept body, String hash) {
    var span = row.span();
    var item =
        ItemWriter.at(row.key())
            .text(FORM, row.document().isConditional() ? CUT : WHOLE)
            .text(FROM, span.from())
            .text(UNTIL, span.until())
            .text(EXPIRES_AT, span.expiresAt())
            .text(SLUG, span.slug())
            .texts(FORMER_SLUGS, row.formerSlugs())
            .text(HASH, hash);
    return Body.write(item, body);
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
    var slug = item.readOrNull(SLUG, Slug::new);
    var formerSlugs = item.texts(FORMER_SLUGS, Slug::new);
    var form = item.text(FORM);
    if (form.equals(TOMBSTONE))
      return new PublicRow.Tombstone(item.text(REASON), item.time(WITHDRAWN_AT), slug, formerSlugs);
    var end = end(item);
    var expiresAt = item.timeOrNull(EXPIRES_AT);
    var gzip = Body.read(item, bucket);
    return new PublicRow.Live(
        item.time(FROM),
        end,
        Objects.equals(end, expiresAt) ? expiresAt : null,
        slug,
        formerSlugs,
        form.equals(CUT)
            ? new PublicBody.Cut(RenderingCodec.read(Gzip.plain(gzip)))
            : new PublicBody.Whole(gzip, item.text(HASH)));
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
