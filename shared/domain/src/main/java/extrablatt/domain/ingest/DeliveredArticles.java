package extrablatt.domain.ingest;

import static java.util.Objects.requireNonNull;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.PublishingException.Busy;
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
import java.time.Duration;
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
  private static final int TRIES = 30;
  private static final String STAYS_WITHDRAWN =
      "The article is withdrawn and stays so until it is published again.";

  private final ArticleDesk desk;
  private final IngestStores stores;
  private final Clock clock;
  private final Pause pause;

  public DeliveredArticles(ArticleDesk desk, IngestStores stores, Clock clock, Pause pause) {
    this.desk = desk;
    this.stores = stores;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * One try: the receipt that now stands, or nothing if others were faster and it is to be tried
   * again.
   */
  private interface Try {
    @Nullable Receipt once(@Nullable OriginRecord origin);
  }

  private Receipt retried(String provider, String guid, Try attempt) {
    for (int tries = 1; tries <= TRIES; tries++) {
      if (tries > 1) pause.before(tries);
      var receipt = attempt.once(stores.origins().find(provider, guid).orElse(null));
      if (receipt != null) return receipt;
    }
    throw new Busy("Too many deliveries of one document at once.", Duration.ofSeconds(5));
  }

  Receipt save(
      ReceiptDraft receipt,
      DropPlace place,
      String guid,
      Reading.Understood understood,
      ArticleContent content) {
    var document = understood.document();
    var order = new Order(document.version(), receipt.dropped().sequencer());
    var delivery =
        new Delivery(
            order,
            desk.contentHash(content, place.publishes(), document.publishAt()),
            receipt.id(),
            null);
    return retried(
        place.provider(),
        guid,
        origin ->
            switch (Comparison.of(delivery, origin == null ? null : origin.last())) {
              case FIRST, NEWER, WINS ->
                  taken(receipt, origin, new Parcel(place, guid, understood, content, delivery));
              case SAME ->
                  written(
                      receipt.outcome(Outcome.DUPLICATE, article(origin), null),
                      raised(origin, delivery));
              case OLDER -> written(receipt.outcome(Outcome.STALE, article(origin), null), null);
              case LOSES -> written(receipt.outcome(Outcome.CONFLICT, article(origin), null), null);
            });
  }

  /** A delivery with all that is known of it. */
  private record Parcel(
      DropPlace place,
      String guid,
      Reading.Understood understood,
      ArticleContent content,
      Delivery delivery) {
    @Nullable Long version() {
      return understood.document().version();
    }
  }

  private @Nullable Receipt taken(
      ReceiptDraft receipt, @Nullable OriginRecord origin, Parcel parcel) {
    var id = origin == null ? null : origin.article();
    var current = id == null ? null : desk.find(id);
    var caller = ArticleIngest.caller(parcel.place().provider());
    var shownOrigin =
        new Origin(
            parcel.place().provider(),
            parcel.guid(),
            parcel.version(),
            parcel.understood().format(),
            receipt.id());
    var edit = current == null ? desk.begin(caller, shownOrigin) : desk.edit(current, caller);
    if (current != null) warnOfEditor(receipt, current, caller.name());
    var slug =
        current == null || parcel.content().slug() != null
            ? slug(parcel.content(), edit)
            : current.slug();
    if (slug == null) throw new IllegalStateException("an article always has a slug: " + edit.id());
    edit.save(parcel.content(), slug, TeaserMatch.BY_IDENTITY_THEN_POSITION, shownOrigin);
    var kill = origin == null ? null : origin.kill();
    place(edit, receipt, parcel, kill);
    var outcome =
        isOlder(parcel.delivery(), kill)
            ? Outcome.STALE
            : current == null ? Outcome.ACCEPTED : Outcome.UPDATED;
    var change = receipt.outcome(outcome, edit.id(), edit.headRevision());
    var record =
        new OriginRecord(
            parcel.place().provider(),
            parcel.guid(),
            origin == null ? 1 : origin.version() + 1,
            edit.id(),
            parcel.delivery(),
            kill);
    var receipts = new ArrayList<>(List.of(change));
    receipts.addAll(loser(origin == null ? null : origin.last(), parcel.delivery()));
    var originChange = new OriginChange(origin, record);
    var result =
        edit.changesNothing()
            ? stores.content().commit(new Commit(List.of(), originChange, receipts, null))
            : edit.commit((changes, after) -> new Commit(changes, originChange, receipts, null));
    return result == Commit.Result.DONE ? change.after() : finalAfter(receipt);
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
      receipt.warn("It is older than the provider's order to withdraw it, so it is not published.");
    } else if (parcel.place().publishes()) {
      edit.publish(edit.headRevision(), publishAt);
    } else if (publishAt != null) {
      receipt.warn("Dropped under drafts/, so its publish time counts for nothing.");
    }
  }

  private Slug slug(ArticleContent content, ArticleEdit edit) {
    var given = content.slug();
    if (given == null) return desk.slugFor(content, edit.id());
    if (desk.isFree(given, edit.id())) return given;
    throw new InvalidContent(
        List.of(
            Fault.at(
                "/slug",
                "the slug " + given + " is taken by another article; give another or none")));
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

  /** The receipt of a delivery with the same version that no longer counts. */
  private List<ReceiptChange> loser(@Nullable Delivery last, Delivery winner) {
    if (last == null || last.receiptId() == null || !last.order().isSameAs(winner.order()))
      return List.of();
    if (last.hash().equals(winner.hash()) || last.receiptId().equals(winner.receiptId()))
      return List.of();
    return stores.receipts().find(last.receiptId()).stream()
        .map(lost -> new ReceiptChange(lost, lost.with(Outcome.CONFLICT)))
        .toList();
  }

  Receipt kill(
      ReceiptDraft receipt,
      DropPlace place,
      String guid,
      IncomingDocument document,
      String reason) {
    var order = new Order(document.version(), receipt.dropped().sequencer());
    var kill = new Delivery(order, Bytes.utf8(reason).hash(), receipt.id(), reason);
    return retried(
        place.provider(),
        guid,
        origin ->
            switch (Comparison.of(kill, origin == null ? null : origin.kill())) {
              case FIRST, NEWER, WINS -> killed(receipt, place, guid, origin, kill);
              case SAME -> killedAgain(receipt, place, guid, origin, kill);
              case OLDER -> written(receipt.outcome(Outcome.STALE, article(origin), null), null);
              case LOSES -> written(receipt.outcome(Outcome.CONFLICT, article(origin), null), null);
            });
  }

  private @Nullable Receipt killedAgain(
      ReceiptDraft receipt,
      DropPlace place,
      String guid,
      @Nullable OriginRecord origin,
      Delivery kill) {
    var known = origin == null ? null : origin.kill();
    var id = origin == null ? null : origin.article();
    var publishedSince = id != null && desk.find(id).statusAt(clock.instant()) != Status.WITHDRAWN;
    if (publishedSince && known != null && kill.order().compareTo(known.order()) > 0) {
      return killed(receipt, place, guid, origin, kill);
    }
    var change = receipt.outcome(Outcome.DUPLICATE, id, null);
    if (origin == null || known == null || kill.order().compareTo(known.order()) <= 0)
      return written(change, null);
    return written(change, new OriginChange(origin, origin.killedBy(kill)));
  }

  private @Nullable Receipt killed(
      ReceiptDraft receipt,
      DropPlace place,
      String guid,
      @Nullable OriginRecord origin,
      Delivery kill) {
    var record =
        origin == null
            ? new OriginRecord(place.provider(), guid, 1, null, null, kill)
            : origin.killedBy(kill);
    var id = record.article();
    var change = receipt.outcome(Outcome.WITHDRAWN, id, null);
    var receipts = new ArrayList<>(List.of(change));
    receipts.addAll(loser(origin == null ? null : origin.kill(), kill));
    var originChange = new OriginChange(origin, record);
    var result =
        id == null
            ? stores.content().commit(new Commit(List.of(), originChange, receipts, null))
            : desk.edit(desk.find(id), ArticleIngest.caller(place.provider()))
                .kill(requireNonNull(kill.reason()))
                .commit((changes, after) -> new Commit(changes, originChange, receipts, null));
    return result == Commit.Result.DONE ? change.after() : finalAfter(receipt);
  }

  /** Writes what leaves the article as it is. */
  private @Nullable Receipt written(ReceiptChange change, @Nullable OriginChange origin) {
    var commit = new Commit(List.of(), origin, List.of(change), null);
    if (stores.content().commit(commit) == Commit.Result.DONE) return change.after();
    return finalOf(change.after().id());
  }

  /** A duplicate that is newer still raises the stored order. */
  private static @Nullable OriginChange raised(@Nullable OriginRecord origin, Delivery delivery) {
    if (origin == null || origin.last() == null) return null;
    if (delivery.order().compareTo(origin.last().order()) <= 0) return null;
    return new OriginChange(origin, origin.raisedTo(delivery));
  }

  /**
   * The receipt of another delivery of the same object that was faster, if that is why a commit
   * failed.
   */
  private @Nullable Receipt finalAfter(ReceiptDraft receipt) {
    return finalOf(receipt.id());
  }

  private @Nullable Receipt finalOf(String id) {
    return stores
        .receipts()
        .find(id)
        .filter(found -> found.outcome() != Outcome.FAILED)
        .orElse(null);
  }

  private static @Nullable ArticleId article(@Nullable OriginRecord origin) {
    return origin == null ? null : origin.article();
  }
}
