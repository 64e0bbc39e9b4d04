package extrablatt.domain.publishing;

import extrablatt.domain.ArticleId;
import extrablatt.domain.DocumentId;
import extrablatt.domain.Slug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The editorial state of a document: which revision is the head, and which revisions the public
 * reads when. Every change makes a new one with the next version; the version is what optimistic
 * locking compares.
 *
 * @param slug the head's slug
 * @param formerSlugs slugs under which the public has seen the document before
 * @param spans what the public reads, in order: at most the one that has begun and the next
 * @param withdrawal stands until a span begins
 * @param firstPublishedAt when it first became visible, once that is past
 * @param publishedAt the date that an earlier publication showed
 * @param follows the article whose visibility this teaser shares until somebody publishes it by
 *     itself
 */
public record Publication(
    DocumentId id,
    long version,
    int head,
    Instant createdAt,
    @Nullable Slug slug,
    List<Slug> formerSlugs,
    List<Span> spans,
    @Nullable Withdrawal withdrawal,
    @Nullable Instant firstPublishedAt,
    @Nullable Instant publishedAt,
    @Nullable Origin origin,
    @Nullable ArticleId follows) {

  public Publication {
    formerSlugs = List.copyOf(formerSlugs);
    spans = List.copyOf(spans);
  }

  /** A document that has just been created, with its first revision. */
  public static Publication created(
      DocumentId id,
      Instant now,
      @Nullable Slug slug,
      @Nullable Origin origin,
      @Nullable ArticleId follows) {
    return new Publication(
        id, 1, 1, now, slug, List.of(), List.of(), null, null, null, origin, follows);
  }

  /** What it is to the public. */
  public Status statusAt(Instant now) {
    var begun = begunAt(now);
    if (begun.isPresent()) return begun.get().hasEnded(now) ? Status.EXPIRED : Status.PUBLISHED;
    if (withdrawal != null) return Status.WITHDRAWN;
    return spans.isEmpty() ? Status.DRAFT : Status.SCHEDULED;
  }

  /** The span that the public reads now. */
  public Optional<Span> visibleAt(Instant now) {
    return begunAt(now).filter(span -> !span.hasEnded(now));
  }

  /** The span that is still to come. */
  public Optional<Span> scheduledAt(Instant now) {
    return spans.stream().filter(span -> !span.hasBegun(now)).findFirst();
  }

  /** Whether the public has ever seen it. */
  public boolean wasVisible(Instant now) {
    return firstPublishedAt != null || begunAt(now).isPresent();
  }

  /** When it first became, or will first become, visible. */
  public Optional<Instant> firstVisible() {
    if (firstPublishedAt != null) return Optional.of(firstPublishedAt);
    return spans.stream().map(Span::from).findFirst();
  }

  /** The slugs that redirect to a span's own while it is visible. */
  public List<Slug> slugsBefore(Span span) {
    var slugs = formerSlugs;
    for (var earlier : spans) {
      if (earlier.from().isBefore(span.from())) slugs = plus(slugs, earlier.slug());
    }
    return slugs.stream().filter(former -> !former.equals(span.slug())).toList();
  }

  /** A new head revision; what the public reads stays as it is. */
  public Publication saved(@Nullable Slug headSlug, @Nullable Origin newOrigin) {
    return new Publication(
        id,
        version + 1,
        head + 1,
        createdAt,
        headSlug,
        formerSlugs,
        spans,
        withdrawal,
        firstPublishedAt,
        publishedAt,
        newOrigin,
        follows);
  }

  /** The same content from its provider once more: only the origin changes. */
  public Publication withOrigin(@Nullable Origin newOrigin) {
    return new Publication(
        id,
        version + 1,
        head,
        createdAt,
        slug,
        formerSlugs,
        spans,
        withdrawal,
        firstPublishedAt,
        publishedAt,
        newOrigin,
        follows);
  }

  /**
   * A revision becomes public, at once or from the order's time on; what is visible stays until
   * then. An earlier schedule is dropped: the latest order counts. A revision that replaces a
   * visible one at once takes over its {@code from}, so that a reader whose clock is behind meets
   * the new one and never a gap.
   */
  public Publication published(PublishOrder order, Instant now) {
    var before = settled(now);
    var at = order.at();
    var start = at != null && at.isAfter(now) ? at : now;
    var begun = before.begunAt(now).orElse(null);
    var replaced = begun != null && start.equals(now) ? begun : null;
    var shown = at != null ? at : before.publishedAt != null ? before.publishedAt : start;
    var from = replaced != null && !replaced.hasEnded(now) ? replaced.from() : start;
    var sameAgain = replaced != null && at == null && replaced.revision() == order.revision();
    var updated = replaced != null && sameAgain ? replaced.updatedAt() : start;
    var added =
        new Span(
            order.revision(),
            from,
            null,
            shown,
            updated,
            order.slug(),
            order.expiresAt(),
            order.lists());
    var after =
        begun == null || replaced != null ? List.of(added) : List.of(begun.closedAt(start), added);
    return before
        .withFormerSlug(replaced == null ? null : replaced.slug())
        .with(after, start.equals(now) ? null : withdrawal, order.follows());
  }

  /** Nothing more for the public to read from {@code end} on; after that it counts as expired. */
  public Publication endedAt(Instant end, Instant now) {
    var before = settled(now);
    var kept =
        before.spans.stream()
            .filter(span -> span.from().isBefore(end))
            .map(span -> span.closedAt(end))
            .toList();
    return before.with(kept, withdrawal, follows);
  }

  /** Taken out of the public's sight; what was never visible becomes a draft again. */
  public Publication withdrawn(String reason, Instant now) {
    var before = settled(now);
    var last = before.begunAt(now).orElse(null);
    if (last == null) return before.with(List.of(), withdrawal, follows);
    return before
        .withFormerSlug(last.slug())
        .with(List.of(), new Withdrawal(reason, now, last.from(), last.revision()), follows);
  }

  /** Killed by its provider: withdrawn for this reason, even if the public has never seen it. */
  public Publication killed(String reason, Instant now) {
    var after = withdrawn(reason, now);
    var stands =
        after.withdrawal == null ? new Withdrawal(reason, now, now, head) : after.withdrawal;
    return after
        .withFormerSlug(slug)
        .with(
            List.of(),
            new Withdrawal(reason, stands.at(), stands.from(), stands.revision()),
            follows);
  }

  /** The same, its visibility its own from now on. */
  public Publication followingNothing() {
    return new Publication(
        id,
        version,
        head,
        createdAt,
        slug,
        formerSlugs,
        spans,
        withdrawal,
        firstPublishedAt,
        publishedAt,
        origin,
        null);
  }

  /** The span that has begun, be it over or not; of two the later. */
  private Optional<Span> begunAt(Instant now) {
    return spans.stream().filter(span -> span.hasBegun(now)).reduce((earlier, later) -> later);
  }

  /** The same with everything written down that the mere passing of time has made true. */
  private Publication settled(Instant now) {
    var slugs = formerSlugs;
    var first = firstPublishedAt;
    var shown = publishedAt;
    for (var span : spans) {
      if (!span.hasBegun(now)) continue;
      if (first == null) first = span.from();
      if (span.isReplaced(now)) slugs = plus(slugs, span.slug());
      shown = span.publishedAt();
    }
    var last = begunAt(now);
    var current =
        spans.stream()
            .filter(span -> !span.hasBegun(now) || last.filter(span::equals).isPresent())
            .toList();
    return new Publication(
        id,
        version,
        head,
        createdAt,
        slug,
        slugs,
        current,
        last.isPresent() ? null : withdrawal,
        first,
        shown,
        origin,
        follows);
  }

  private Publication with(
      List<Span> newSpans, @Nullable Withdrawal newWithdrawal, @Nullable ArticleId newFollows) {
    return new Publication(
        id,
        version + 1,
        head,
        createdAt,
        slug,
        formerSlugs,
        newSpans,
        newWithdrawal,
        firstPublishedAt,
        publishedAt,
        origin,
        newFollows);
  }

  private Publication withFormerSlug(@Nullable Slug former) {
    return new Publication(
        id,
        version,
        head,
        createdAt,
        slug,
        plus(formerSlugs, former),
        spans,
        withdrawal,
        firstPublishedAt,
        publishedAt,
        origin,
        follows);
  }

  private static List<Slug> plus(List<Slug> slugs, @Nullable Slug another) {
    if (another == null || slugs.contains(another)) return slugs;
    var more = new ArrayList<>(slugs);
    more.add(another);
    return List.copyOf(more);
  }
}
