package extrablatt.domain.delivery;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.Ulids;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Variant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where the public reads; what is visible is decided here, from one reading of the clock a call.
 */
public final class Kiosk {
  /** How many articles a teaser names that show it. */
  private static final int ARTICLES = 20;

  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  private final PublicStore store;
  private final Clock clock;
  private final Duration ahead;

  /**
   * A kiosk whose answers are kept by caches for at most {@code ahead}: so far it looks for what is
   * about to appear in a list.
   */
  public Kiosk(PublicStore store, Clock clock, Duration ahead) {
    this.store = store;
    this.clock = clock;
    this.ahead = ahead;
  }

  /** An article by its id or one of its slugs, for a viewer in that country. */
  public Found article(String idOrSlug, @Nullable String country) {
    return article(idOrSlug, country, store::at);
  }

  /** The same in another format; what else is found there is the same in every format. */
  public Found article(String idOrSlug, Variant variant, @Nullable String country) {
    var found = article(idOrSlug, country, (id, now) -> store.at(id, variant, now));
    if (!(found instanceof Found.NotFound)) return found;
    return switch (article(idOrSlug, country)) {
      case Found.Stored(_, _, var moment) -> new Found.NotInThisForm(moment);
      case Found.Joined(_, _, var moment) -> new Found.NotInThisForm(moment);
      case Found other -> other;
    };
  }

  private Found article(
      String idOrSlug,
      @Nullable String country,
      BiFunction<DocumentId, Instant, Optional<PublicRow>> rows) {
    var now = clock.instant();
    if (Ulids.isUlid(idOrSlug))
      return rows.apply(new ArticleId(idOrSlug), now)
          .map(row -> found(row, now, country))
          .orElseGet(Found.NotFound::new);
    if (!Slug.isSlug(idOrSlug)) return new Found.NotFound();
    var slug = new Slug(idOrSlug);
    return store
        .bySlug(DocumentKind.ARTICLE, slug)
        .flatMap(id -> rows.apply(id, now))
        .map(row -> bySlug(row, slug, now, country))
        .orElseGet(Found.NotFound::new);
  }

  /**
   * A video teaser by its id, for a viewer in that country, with the newest articles that show it.
   */
  public Found teaser(String id, @Nullable String country) {
    if (!Ulids.isUlid(id)) return new Found.NotFound();
    var teaser = new TeaserId(id);
    return switch (byId(teaser, country)) {
      case Found.Stored stored -> showing(teaser, stored, country);
      case Found.Joined joined -> showing(teaser, joined, country);
      case Found.NotInThisForm found -> found;
      case Found.Moved found -> found;
      case Found.Withdrawn found -> found;
      case Found.Expired found -> found;
      case Found.NotFound found -> found;
    };
  }

  private Found showing(TeaserId teaser, Found.Stored stored, @Nullable String country) {
    var articles = articlesWith(teaser, country);
    var moment = stored.moment().until(articles.moment().nextChange());
    if (articles.page().items().isEmpty())
      return new Found.Stored(stored.gzip(), stored.hash(), moment);
    return new Found.Joined(
        Splicing.with(Splicing.plain(stored.gzip()), "articles", articles.page().items()),
        articles.dependsOnCountry(),
        moment);
  }

  private Found showing(TeaserId teaser, Found.Joined joined, @Nullable String country) {
    var articles = articlesWith(teaser, country);
    return new Found.Joined(
        Splicing.with(joined.bytes(), "articles", articles.page().items()),
        joined.dependsOnCountry() || articles.dependsOnCountry(),
        joined.moment().until(articles.moment().nextChange()));
  }

  /** The newest visible articles that show a teaser. */
  public Listing articlesWith(TeaserId teaser, @Nullable String country) {
    return list(new ListName.Showing(teaser), new PageRequest(ARTICLES, null), country);
  }

  private Found byId(DocumentId id, @Nullable String country) {
    var now = clock.instant();
    return store.at(id, now).map(row -> found(row, now, country)).orElseGet(Found.NotFound::new);
  }

  /** A slug that is only reserved for later is no address of the row yet. */
  private static Found bySlug(PublicRow row, Slug slug, Instant now, @Nullable String country) {
    if (slug.equals(row.slug())) return found(row, now, country);
    if (!row.formerSlugs().contains(slug)) return new Found.NotFound();
    var found = found(row, now, country);
    return switch (found) {
      case Found.Stored(_, _, var moment) -> moved(row.slug(), moment);
      case Found.Joined(_, _, var moment) -> moved(row.slug(), moment);
      case Found.NotInThisForm _,
          Found.Moved _,
          Found.Withdrawn _,
          Found.Expired _,
          Found.NotFound _ ->
          found;
    };
  }

  private static Found moved(@Nullable Slug slug, Moment moment) {
    return slug == null ? new Found.NotFound() : new Found.Moved(slug, moment);
  }

  private static Found found(PublicRow row, Instant now, @Nullable String country) {
    return switch (row) {
      case PublicRow.Tombstone tombstone ->
          new Found.Withdrawn(tombstone.reason(), tombstone.withdrawnAt());
      case PublicRow.Live live -> found(live, now, country);
    };
  }

  private static Found found(PublicRow.Live row, Instant now, @Nullable String country) {
    if (now.isBefore(row.from())) return new Found.NotFound();
    if (isPast(row.end(), now)) return new Found.Expired();
    var moment = new Moment(now, row.end());
    return switch (row.body()) {
      case PublicBody.Whole(var gzip, var hash) -> new Found.Stored(gzip, hash, moment);
      case PublicBody.Cut(var rendering) -> joined(rendering, moment, country);
    };
  }

  private static boolean isPast(@Nullable Instant end, Instant now) {
    return end != null && !now.isBefore(end);
  }

  private static Found joined(Rendering rendering, Moment moment, @Nullable String country) {
    var json = rendering.joined(moment.now(), country);
    if (json.length() == 0) return new Found.NotFound();
    return new Found.Joined(
        json,
        rendering.dependsOnCountry(),
        moment.until(rendering.nextChange(moment.now()).orElse(null)));
  }

  /**
   * A page of a list, for a viewer in that country. It costs one request, whatever lies hidden in
   * the list: hidden rows make the page shorter.
   */
  public Listing list(ListName list, PageRequest request, @Nullable String country) {
    var now = clock.instant();
    var oneMore = new PageRequest(request.limit() + 1, request.after());
    var rows = store.list(list, now.plus(ahead), oneMore);
    var items = new ArrayList<Bytes>();
    var moment = new Moment(now, null);
    var dependsOnCountry = false;
    String last = request.after();
    for (var row : rows.items()) {
      var summary = row.summary();
      var item = row.isVisible(now) ? summary.joined(now, country) : NOTHING;
      if (item.length() > 0 && items.size() == request.limit())
        return new Listing(new Page<>(items, last), dependsOnCountry, moment);
      last = row.position();
      moment = moment.until(row.nextChange(now));
      if (!row.isVisible(now)) continue;
      moment = moment.until(summary.nextChange(now).orElse(null));
      dependsOnCountry |= summary.dependsOnCountry();
      if (item.length() > 0) items.add(item);
    }
    return new Listing(new Page<>(items, rows.next()), dependsOnCountry, moment);
  }
}
