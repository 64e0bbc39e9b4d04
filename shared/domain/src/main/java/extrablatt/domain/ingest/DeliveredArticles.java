package extrablatt.domain.ingest;

import static java.util.Objects.requireNonNull;

import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.Fault;
import extrablatt.domain.Pause;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.Slug;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleEdit;
import extrablatt.domain.articles.TeaserMatch;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.publishing.Change;
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
  private static final Fault ANOTHER_KIND =
      Fault.at("", "has the guid of another kind of document; an article needs a guid of its own");

  private final ArticleDesk desk;
  private final IngestStores stores;
  private final Clock clock;
  private final OriginTries tries;
  private final OriginSaves saves;
  private final OriginKills kills;
  private final DeliveredLiveblogs liveblogs;

  public DeliveredArticles(
      ArticleDesk desk,
      DeliveredLiveblogs liveblogs,
      IngestStores stores,
      Clock clock,
      Pause pause) {
    this.desk = desk;
    this.liveblogs = liveblogs;
    this.stores = stores;
    this.clock = clock;
    this.tries = new OriginTries(stores, pause);
    this.saves = new OriginSaves(tries);
    this.kills = new OriginKills(tries);
  }

  /** A delivery with all that is known of it. */
  private record Parcel(
      DropPlace place,
      String guid,
      Reading.Understood understood,
      ArticleContent content,
      Delivery delivery,
      Origin origin) {
    OriginId id() {
      return OriginId.ofArticle(place.provider(), guid);
    }
  }

  Receipt save(
      ReceiptDraft receipt,
      DropPlace dropped,
      String guid,
      Reading.Understood understood,
      ArticleContent content) {
    var document = understood.document();
    var place = dropped.of(document);
    var order = new Order(document.version(), receipt.dropped().sequencer());
    var hash = hash(desk.contentHash(content, place.publishes(), document.publishAt()), document);
    var delivery = new Delivery(order, hash, receipt.id(), null);
    var origin = receipt.origin(place.provider(), guid, understood);
    var parcel = new Parcel(place, guid, understood, content, delivery, origin);
    return saves.save(receipt, parcel.id(), delivery, record -> taken(receipt, record, parcel));
  }

  /** What our model has no field for is content too. */
  private static String hash(String content, IncomingDocument document) {
    return document.extra().isEmpty() ? content : Bytes.utf8(content + document.extra()).hash();
  }

  Receipt kill(
      ReceiptDraft receipt,
      DropPlace place,
      String guid,
      IncomingDocument document,
      String reason) {
    var order = new Order(document.version(), receipt.dropped().sequencer());
    var kill = new Delivery(order, Bytes.utf8(reason).hash(), receipt.id(), reason);
    var id = OriginId.ofArticle(place.provider(), guid);
    return kills.kill(receipt, id, kill, new Killing(Destination.caller(place.provider())));
  }

  /** Withdraws an article, a video teaser or a liveblog, whichever the guid became. */
  private final class Killing implements OriginKills.Target {
    private final Caller caller;

    Killing(Caller caller) {
      this.caller = caller;
    }

    @Override
    public boolean isBack(Product product) {
      return switch (product) {
        case Product.OfArticle(var id) -> isBack(desk.find(id));
        case Product.OfTeaser(var id) -> isBack(desk.teasers().find(id));
        case Product.OfLiveblog _ -> false;
        case Product.OfEntry _ -> throw another(product);
      };
    }

    private boolean isBack(Publication killed) {
      return killed.statusAt(clock.instant()) != Status.WITHDRAWN;
    }

    @Override
    public Commit.Result kill(Product product, String reason, Commit rest) {
      return switch (product) {
        case Product.OfArticle(var id) ->
            desk.edit(desk.find(id), caller)
                .kill(reason)
                .commit((changes, after) -> with(changes, rest));
        case Product.OfTeaser(var id) ->
            desk.teasers()
                .edit(desk.teasers().find(id), caller)
                .kill(reason)
                .commit((changes, _) -> with(changes, rest));
        case Product.OfLiveblog liveblog -> liveblogs.kill(liveblog, reason, rest);
        case Product.OfEntry _ -> throw another(product);
      };
    }
  }

  private @Nullable Receipt taken(
      ReceiptDraft receipt, @Nullable OriginRecord origin, Parcel parcel) {
    var product = origin == null ? null : origin.product();
    var current =
        switch (product) {
          case null -> null;
          case Product.OfArticle(var id) -> desk.find(id);
          case Product.OfTeaser _, Product.OfLiveblog _, Product.OfEntry _ ->
              throw new InvalidContent(List.of(ANOTHER_KIND));
        };
    var caller = Destination.caller(parcel.place().provider());
    var edit = current == null ? desk.begin(caller, parcel.origin()) : desk.edit(current, caller);
    if (current != null) warnOfEditor(receipt, current, caller.name());
    var faults = save(edit, parcel);
    if (!faults.isEmpty()) {
      if (tries.isOutdated(origin, parcel.id())) return null;
      throw new InvalidContent(faults);
    }
    var kill = origin == null ? null : origin.kill();
    place(edit, receipt, parcel, kill);
    var outcome =
        parcel.delivery().isOlderThan(kill)
            ? Outcome.STALE
            : current == null ? Outcome.ACCEPTED : Outcome.UPDATED;
    var made = new Product.OfArticle(edit.id());
    var change = receipt.outcome(outcome, made, edit.headRevision());
    var rest = tries.counted(origin, parcel.id(), parcel.delivery(), made, change);
    return edit.changesNothing()
        ? tries.written(change, rest)
        : tries.after(edit.commit((changes, _) -> with(changes, rest)), change);
  }

  private static Commit with(List<Change> changes, Commit rest) {
    return new Commit(changes, rest.origin(), rest.receipts(), rest.answer());
  }

  private static IllegalStateException another(Product product) {
    return new IllegalStateException("the origin of an article became " + product);
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

  /** Decides what the public sees of a saved delivery. */
  private void place(
      ArticleEdit edit, ReceiptDraft receipt, Parcel parcel, @Nullable Delivery kill) {
    var before = edit.before();
    var status = before == null ? null : before.statusAt(clock.instant());
    var publishAt = parcel.understood().document().publishAt(clock.instant());
    switch (Visibility.of(
        receipt, "article", status, parcel.delivery(), kill, parcel.place(), publishAt)) {
      case KILLED -> edit.kill(requireNonNull(requireNonNull(kill).reason()));
      case PUBLISHED -> edit.publish(edit.headRevision(), publishAt);
      case AS_BEFORE -> {}
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
