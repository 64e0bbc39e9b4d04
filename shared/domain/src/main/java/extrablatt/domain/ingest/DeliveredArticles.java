package extrablatt.domain.ingest;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Fault;
import extrablatt.domain.Pause;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.Slug;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleEdit;
import extrablatt.domain.articles.TeaserMatch;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes articles of deliveries, so that the end state depends on the set of deliveries and never on
 * their order: the content is that of the newest delivery (of two with one version, that with the
 * smaller hash), and once a provider has killed the article it stays withdrawn until an editor
 * publishes it again.
 */
public final class DeliveredArticles {
  private static final String STAYS_WITHDRAWN =
      "The article is withdrawn and stays so until it is published again.";
  private static final String OLDER_THAN_ITS_KILL =
      "It is older than the provider's order to withdraw it, so it is not published.";

  private final ArticleDesk desk;
  private final IngestStores stores;
  private final Clock clock;
  private final OriginTries tries;
  private final ArticleKills kills;

  public DeliveredArticles(ArticleDesk desk, IngestStores stores, Clock clock, Pause pause) {
    this.desk = desk;
    this.stores = stores;
    this.clock = clock;
    this.tries = new OriginTries(stores, pause);
    this.kills = new ArticleKills(desk, stores, clock, tries);
  }

  /** A delivery with all that is known of it. */
  private record Parcel(
      DropPlace place,
      String guid,
      Reading.Understood understood,
      ArticleContent content,
      Delivery delivery) {
    Origin origin() {
      return new Origin(
          place.provider(),
          guid,
          understood.document().version(),
          understood.format(),
          delivery.receiptId());
    }

    /** What is known of its origin once it counts. */
    OriginRecord over(@Nullable OriginRecord origin, ArticleId article) {
      return new OriginRecord(
          place.provider(),
          guid,
          origin == null ? 1 : origin.version() + 1,
          article,
          delivery,
          origin == null ? null : origin.kill());
    }
  }

  Receipt save(
      ReceiptDraft receipt,
      DropPlace place,
      String guid,
      Reading.Understood understood,
      ArticleContent content) {
    var document = understood.document();
    var order = new Order(document.version(), receipt.dropped().sequencer());
    var hash = desk.contentHash(content, place.publishes(), document.publishAt());
    var delivery = new Delivery(order, hash, receipt.id(), null);
    var parcel = new Parcel(place, guid, understood, content, delivery);
    return tries.until(place.provider(), guid, origin -> saved(receipt, origin, parcel));
  }

  Receipt kill(
      ReceiptDraft receipt,
      DropPlace place,
      String guid,
      IncomingDocument document,
      String reason) {
    return kills.kill(receipt, place, guid, document, reason);
  }

  private @Nullable Receipt saved(
      ReceiptDraft receipt, @Nullable OriginRecord origin, Parcel parcel) {
    var delivery = parcel.delivery();
    var article = origin == null ? null : origin.article();
    return switch (Comparison.of(delivery, origin == null ? null : origin.last())) {
      case FIRST, NEWER, WINS -> taken(receipt, origin, parcel);
      case SAME -> same(receipt, origin, delivery);
      case OLDER -> tries.written(receipt.outcome(Outcome.STALE, article, null), null);
      case LOSES -> tries.written(receipt.outcome(Outcome.CONFLICT, article, null), null);
    };
  }

  private @Nullable Receipt same(
      ReceiptDraft receipt, @Nullable OriginRecord origin, Delivery delivery) {
    var known = receipt.known();
    var last = origin == null ? null : origin.last();
    if (known != null && last != null && known.id().equals(last.receiptId()))
      return tries.written(new ReceiptChange(known, known.lookedAtAgain()), null);
    var article = origin == null ? null : origin.article();
    return tries.written(
        receipt.outcome(Outcome.DUPLICATE, article, null), raised(origin, delivery));
  }

  /** A duplicate that is newer still raises the stored order. */
  private static @Nullable OriginChange raised(@Nullable OriginRecord origin, Delivery delivery) {
    if (origin == null || origin.last() == null) return null;
    if (delivery.order().compareTo(origin.last().order()) <= 0) return null;
    return new OriginChange(origin, origin.raisedTo(delivery));
  }

  private @Nullable Receipt taken(
      ReceiptDraft receipt, @Nullable OriginRecord origin, Parcel parcel) {
    var id = origin == null ? null : origin.article();
    var current = id == null ? null : desk.find(id);
    var caller = ArticleIngest.caller(parcel.place().provider());
    var edit = current == null ? desk.begin(caller, parcel.origin()) : desk.edit(current, caller);
    if (current != null) warnOfEditor(receipt, current, caller.name());
    var faults = save(edit, parcel);
    if (!faults.isEmpty()) {
      if (tries.isOutdated(origin, parcel.place().provider(), parcel.guid())) return null;
      throw new InvalidContent(faults);
    }
    var kill = origin == null ? null : origin.kill();
    place(edit, receipt, parcel, kill);
    var outcome =
        isOlder(parcel.delivery(), kill)
            ? Outcome.STALE
            : current == null ? Outcome.ACCEPTED : Outcome.UPDATED;
    var change = receipt.outcome(outcome, edit.id(), edit.headRevision());
    var receipts = new ArrayList<>(List.of(change));
    receipts.addAll(tries.loser(origin == null ? null : origin.last(), parcel.delivery()));
    var originChange = new OriginChange(origin, parcel.over(origin, edit.id()));
    var result =
        edit.changesNothing()
            ? stores.content().commit(new Commit(List.of(), originChange, receipts, null))
            : edit.commit((changes, after) -> new Commit(changes, originChange, receipts, null));
    return tries.after(result, change);
  }

  /** Saves the content in the edit, unless it has faults, those included that the store knows. */
  private List<Fault> save(ArticleEdit edit, Parcel parcel) {
    var content = parcel.content();
    var slug = slug(content, edit);
    var faults = new ArrayList<Fault>();
    if (content.slug() != null && !desk.isFree(slug, edit.id())) {
      faults.add(
          Fault.at(
              "/slug", "the slug " + slug + " is taken by another article; give another or none"));
    }
    try {
      edit.save(content, slug, TeaserMatch.BY_IDENTITY_THEN_POSITION, parcel.origin());
    } catch (InvalidContent invalid) {
      faults.addAll(invalid.faults());
    }
    return faults;
  }

  private Slug slug(ArticleContent content, ArticleEdit edit) {
    var given = content.slug();
    if (given != null) return given;
    var before = edit.before();
    var present = before == null ? null : before.slug();
    return present == null ? desk.slugFor(content, edit.id()) : present;
  }

  private static boolean isOlder(Delivery delivery, @Nullable Delivery kill) {
    return kill != null && delivery.order().compareTo(kill.order()) < 0;
  }

  /** Decides what the public sees of a saved delivery. */
  private void place(
      ArticleEdit edit, ReceiptDraft receipt, Parcel parcel, @Nullable Delivery kill) {
    var before = edit.before();
    var publishAt = parcel.understood().document().publishAt();
    if (before == null && kill != null && kill.reason() != null) {
      receipt.warn(STAYS_WITHDRAWN);
      edit.kill(kill.reason());
    } else if (before != null && before.statusAt(clock.instant()) == Status.WITHDRAWN) {
      receipt.warn(STAYS_WITHDRAWN);
    } else if (isOlder(parcel.delivery(), kill)) {
      receipt.warn(OLDER_THAN_ITS_KILL);
    } else if (parcel.place().publishes()) {
      edit.publish(edit.headRevision(), publishAt);
    } else if (publishAt != null) {
      receipt.warn("Dropped under drafts/, so its publish time counts for nothing.");
    }
  }

  private void warnOfEditor(ReceiptDraft receipt, Publication current, String provider) {
    stores
        .content()
        .revision(current.id(), current.head())
        .filter(head -> !head.savedBy().equals(provider))
        .ifPresent(head ->
            receipt.warn(
                "It stands over revision "
                    + head.number()
                    + ", which "
                    + head.savedBy()
                    + " saved."));
  }
}
