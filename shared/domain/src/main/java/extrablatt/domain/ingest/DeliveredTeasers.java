package extrablatt.domain.ingest;

import static java.util.Objects.requireNonNull;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Pause;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.domain.videos.TeaserEdit;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes video teasers of delivered video items, by the laws that hold for articles: the newest
 * delivery counts, and what its provider killed stays withdrawn.
 */
public final class DeliveredTeasers {
  private static final Fault ANOTHER_KIND =
      Fault.at("", "has the guid of another kind of document; a video needs a guid of its own");

  private final ArticleDesk articles;
  private final TeaserDesk desk;
  private final Clock clock;
  private final OriginTries tries;
  private final OriginSaves saves;

  public DeliveredTeasers(ArticleDesk articles, IngestStores stores, Clock clock, Pause pause) {
    this.articles = articles;
    this.desk = articles.teasers();
    this.clock = clock;
    this.tries = new OriginTries(stores, pause);
    this.saves = new OriginSaves(tries);
  }

  /** A delivery with all that is known of it. */
  private record Parcel(
      DropPlace place,
      OriginId id,
      IncomingDocument document,
      TeaserContent content,
      Delivery delivery,
      Origin origin) {}

  Receipt save(
      ReceiptDraft receipt,
      DropPlace dropped,
      String guid,
      Reading.Understood understood,
      TeaserContent content) {
    var document = understood.document();
    var place = dropped.of(document);
    var order = new Order(document.version(), receipt.dropped().sequencer());
    var said = articles.contentHash(content, place.publishes(), document.publishAt());
    var hash = document.extra().isEmpty() ? said : Bytes.utf8(said + document.extra()).hash();
    var delivery = new Delivery(order, hash, receipt.id(), null);
    var origin = receipt.origin(place.provider(), guid, understood);
    var id = OriginId.ofArticle(place.provider(), guid);
    var parcel = new Parcel(place, id, document, content, delivery, origin);
    return saves.save(receipt, id, delivery, record -> taken(receipt, record, parcel));
  }

  private @Nullable Receipt taken(
      ReceiptDraft receipt, @Nullable OriginRecord origin, Parcel parcel) {
    var current = current(origin);
    var caller = Destination.caller(parcel.place().provider());
    var edit = current == null ? desk.begin(caller, parcel.origin()) : desk.edit(current, caller);
    edit.save(parcel.content(), parcel.origin());
    var kill = origin == null ? null : origin.kill();
    place(edit, receipt, parcel, kill);
    var made = new Product.OfTeaser(edit.id());
    var outcome =
        parcel.delivery().isOlderThan(kill)
            ? Outcome.STALE
            : current == null ? Outcome.ACCEPTED : Outcome.UPDATED;
    var change = receipt.outcome(outcome, made, edit.headRevision());
    var rest = tries.counted(origin, parcel.id(), parcel.delivery(), made, change);
    if (edit.changesNothing()) return tries.written(change, rest);
    return tries.after(
        edit.commit(
            (changes, _) -> new Commit(changes, rest.origin(), rest.receipts(), rest.answer())),
        change);
  }

  private @Nullable Publication current(@Nullable OriginRecord origin) {
    var product = origin == null ? null : origin.product();
    return switch (product) {
      case null -> null;
      case Product.OfTeaser(var id) -> desk.find(id);
      case Product.OfArticle _, Product.OfLiveblog _, Product.OfEntry _ ->
          throw new InvalidContent(List.of(ANOTHER_KIND));
    };
  }

  /** Decides what the public sees of a saved delivery. */
  private void place(
      TeaserEdit edit, ReceiptDraft receipt, Parcel parcel, @Nullable Delivery kill) {
    var before = edit.before();
    var status = before == null ? null : before.statusAt(clock.instant());
    var publishAt = parcel.document().publishAt(clock.instant());
    switch (Visibility.of(
        receipt, "teaser", status, parcel.delivery(), kill, parcel.place(), publishAt)) {
      case KILLED -> edit.kill(requireNonNull(requireNonNull(kill).reason()));
      case PUBLISHED -> edit.publish(edit.headRevision(), publishAt);
      case AS_BEFORE -> {}
    }
  }
}
