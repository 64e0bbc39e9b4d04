package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.Fault;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.PublishingException.Conflict;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.PublishingException.StaleRevision;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogContent;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.domain.liveblogs.LiveblogDesk.Delivered;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.liveblogs.Overtaken;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.Origin;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes liveblogs of deliveries, so that the end state depends on the set of deliveries and never
 * on their order: the newest delivery says what stands in it and whether it is upcoming, live or
 * over. What its provider killed, or an editor withdrew, stays so: a liveblog is withdrawn for
 * ever.
 */
public final class DeliveredLiveblogs {
  private static final Fault ANOTHER_KIND =
      Fault.at("", "has the guid of another kind of document; a liveblog needs a guid of its own");
  private static final String KILLED =
      "Its provider has withdrawn the liveblog, so it is not shown again.";
  private static final String WITHDRAWN = "The liveblog is withdrawn, for ever.";
  private static final String NO_LIVEBLOG =
      "The liveblog that it belongs to was not taken; mend that and drop the document again.";
  private static final String PUBLIC =
      "The liveblog is public, and so is all that is saved of it; drop it under publish/.";

  /** Before a hash, it is greater than any. */
  private static final String LARGEST = "~";

  private static final String TO_COME =
      "It is dated to come, so it is a draft until an editor or a later delivery changes that.";
  private static final String REOPENED = "The liveblog had ended; it is open again.";

  private final LiveblogWriting writing;
  private final LiveblogDesk desk;
  private final IngestStores stores;
  private final DeliveredEntries entries;
  private final OriginTries tries;
  private final OriginSaves saves;

  public DeliveredLiveblogs(LiveblogWriting writing, IngestStores stores) {
    this.writing = writing;
    this.desk = new LiveblogDesk(writing);
    this.stores = stores;
    this.entries = new DeliveredEntries(writing, stores);
    this.tries = new OriginTries(stores, writing.pause());
    this.saves = new OriginSaves(tries);
  }

  /** A delivery with all that is known of it. */
  private record Parcel(
      DropPlace place,
      OriginId id,
      Instruction.SaveLiveblog said,
      Delivery delivery,
      Origin origin) {}

  /** Takes in a liveblog, without its entries. */
  Destination.Delivered save(
      ReceiptDraft receipt,
      DropPlace dropped,
      String guid,
      Reading.Understood understood,
      Instruction.SaveLiveblog said) {
    var document = understood.document();
    var place = place(receipt, dropped, document);
    var order = new Order(document.version(), receipt.dropped().sequencer());
    var shown = dropped.of(document);
    var whole = hash(said, shown, document);
    // What came before its time gives way to the same in its time: of two with one version the
    // smaller hash counts.
    var hash = place.equals(shown) ? whole : LARGEST + whole;
    var delivery = new Delivery(order, hash, receipt.id(), null);
    var origin = receipt.origin(place.provider(), guid, understood);
    var id = OriginId.ofArticle(place.provider(), guid);
    var parcel = new Parcel(place, id, said, delivery, origin);
    return EntryDrops.receipted(
        () -> saves.save(receipt, id, delivery, record -> taken(receipt, record, parcel)));
  }

  /** Nothing of a liveblog shows later by itself: what is dated to come is a draft until then. */
  private DropPlace place(ReceiptDraft receipt, DropPlace dropped, IncomingDocument document) {
    var now = writing.clock().instant();
    var publishAt = document.publishAt(now);
    boolean isToCome = publishAt != null && publishAt.isAfter(now);
    if (isToCome && dropped.publishes()) receipt.warn(TO_COME);
    return isToCome ? dropped.asDraft() : dropped.of(document);
  }

  /**
   * Takes in an entry that came with its liveblog.
   *
   * @param liveblog the liveblog's guid; absent if none came before it
   */
  Destination.Delivered save(
      ReceiptDraft receipt,
      DropPlace place,
      @Nullable String liveblog,
      String guid,
      Reading.Understood understood,
      EntryContent content) {
    if (liveblog == null) return Destination.Delivered.Refused.of("not-found", NO_LIVEBLOG);
    var origin = stores.origins().find(OriginId.ofArticle(place.provider(), liveblog)).orElse(null);
    if (origin != null && origin.product() == null && origin.kill() != null)
      return withdrawn(receipt);
    if (origin == null || !(origin.product() instanceof Product.OfLiveblog(var id)))
      return Destination.Delivered.Refused.of("not-found", NO_LIVEBLOG);
    var head = writing.store().head(id).orElseThrow();
    if (head.retraction() != null) return withdrawn(receipt);
    var entry = OriginId.ofEntry(place.provider(), guid, id);
    return EntryDrops.receipted(() ->
        entries.save(
            receipt,
            head,
            entry,
            understood,
            content,
            place.of(understood.document()).publishes()));
  }

  /** The liveblog that a guid became. */
  Optional<LiveblogId> find(DropPlace place, String guid) {
    return stores
        .origins()
        .find(OriginId.ofArticle(place.provider(), guid))
        .map(OriginRecord::product)
        .map(product -> product instanceof Product.OfLiveblog(var id) ? id : null);
  }

  /** What is known of the origins of entries. */
  Map<OriginId, OriginRecord> origins(Collection<OriginId> entryIds) {
    if (entryIds.isEmpty()) return Map.of();
    return stores.origins().findAll(entryIds).stream()
        .collect(Collectors.toMap(OriginRecord::id, origin -> origin));
  }

  /** Whether an entry's last delivery said the same, so that it can wait for those that are new. */
  boolean isKnown(
      DropPlace place,
      @Nullable OriginRecord origin,
      Reading.Understood understood,
      EntryContent content) {
    var publishes = place.of(understood.document()).publishes();
    return entries.isKnown(origin, understood, content, publishes);
  }

  /** Nothing of the liveblog is public and nothing will be, so an entry has nowhere to go. */
  private Destination.Delivered withdrawn(ReceiptDraft receipt) {
    receipt.warn(WITHDRAWN);
    var change = receipt.outcome(Outcome.WITHDRAWN, null, null);
    return new Destination.Delivered.Receipted(tries.until(() -> tries.receipted(change)));
  }

  /** The hash of what it says and what shall be public of it. */
  private String hash(Instruction.SaveLiveblog said, DropPlace place, IncomingDocument document) {
    var content = writing.forms().stored(said.content()).text();
    var shown = place.publishes() + " " + said.endsAt() + " " + document.extra();
    return Bytes.utf8(content + "\n" + shown).hash();
  }

  private @Nullable Receipt taken(
      ReceiptDraft receipt, @Nullable OriginRecord origin, Parcel parcel) {
    var current = current(origin);
    var kill = origin == null ? null : origin.kill();
    if (kill != null) {
      receipt.warn(KILLED);
      var isOlder = parcel.delivery().isOlderThan(kill);
      var outcome = isOlder ? Outcome.STALE : Outcome.WITHDRAWN;
      return tries.buried(receipt, origin, parcel.id(), parcel.delivery(), outcome);
    }
    if (current != null && current.head().retraction() != null) {
      receipt.warn(WITHDRAWN);
      return tries.buried(receipt, origin, parcel.id(), parcel.delivery(), Outcome.WITHDRAWN);
    }
    try {
      return saved(receipt, origin, current, parcel);
    } catch (Overtaken | StaleRevision _) {
      return tries.ofAnother(receipt.id());
    } catch (InvalidContent | Conflict refused) {
      if (tries.isOutdated(origin, parcel.id())) return null;
      throw refused;
    }
  }

  private @Nullable Receipt saved(
      ReceiptDraft receipt,
      @Nullable OriginRecord origin,
      @Nullable Liveblog current,
      Parcel parcel) {
    var caller = Destination.caller(parcel.place().provider());
    var wanted = wanted(receipt, current, parcel);
    if (current == null) {
      var made =
          desk.open(
              wanted,
              caller,
              opened -> counted(origin, parcel, opened, change(receipt, Outcome.ACCEPTED, opened)));
      return change(receipt, Outcome.ACCEPTED, made).after();
    }
    if (!parcel.place().publishes()
        && current.head().isPublic()
        && !desk.saysTheSame(current, parcel.said().content())) throw new Conflict(PUBLIC);
    warnOfEditor(receipt, current, caller);
    var taken =
        desk.take(
            current,
            wanted,
            caller,
            standing ->
                counted(origin, parcel, standing, change(receipt, Outcome.UPDATED, standing)));
    var change = change(receipt, Outcome.UPDATED, taken);
    return taken.version() == current.version()
        ? tries.written(change, counted(origin, parcel, taken, change))
        : change.after();
  }

  /** What the provider wants; whether it is paused the newsroom alone decides. */
  private Delivered wanted(ReceiptDraft receipt, @Nullable Liveblog current, Parcel parcel) {
    var content = parcel.said().content();
    var before = current == null ? LiveblogStatus.DRAFT : current.head().status();
    if (!parcel.place().publishes())
      return new Delivered(
          content, before, current == null ? null : current.endedAt(), parcel.origin());
    var status = said(content, parcel.said().endsAt());
    if (before == LiveblogStatus.PAUSED && status == LiveblogStatus.LIVE) status = before;
    if (before == LiveblogStatus.ENDED && status != before) receipt.warn(REOPENED);
    var endedAt = status == LiveblogStatus.ENDED ? parcel.said().endsAt() : null;
    return new Delivered(content, status, endedAt, parcel.origin());
  }

  private LiveblogStatus said(LiveblogContent content, @Nullable Instant endsAt) {
    var now = writing.clock().instant();
    if (endsAt != null && !endsAt.isAfter(now)) return LiveblogStatus.ENDED;
    var startsAt = content.startsAt();
    return startsAt != null && startsAt.isAfter(now)
        ? LiveblogStatus.UPCOMING
        : LiveblogStatus.LIVE;
  }

  private static void warnOfEditor(ReceiptDraft receipt, Liveblog current, Caller caller) {
    if (!current.savedBy().equals(caller.name()))
      receipt.warn(
          "It stands over revision %d, which %s saved."
              .formatted(current.revision(), current.savedBy()));
  }

  private Commit counted(
      @Nullable OriginRecord origin, Parcel parcel, Liveblog liveblog, ReceiptChange change) {
    var product = new Product.OfLiveblog(liveblog.id());
    return tries.counted(origin, parcel.id(), parcel.delivery(), product, change);
  }

  private static ReceiptChange change(ReceiptDraft receipt, Outcome outcome, Liveblog liveblog) {
    return receipt.outcome(outcome, new Product.OfLiveblog(liveblog.id()), liveblog.revision());
  }

  private @Nullable Liveblog current(@Nullable OriginRecord origin) {
    var product = origin == null ? null : origin.product();
    return switch (product) {
      case null -> null;
      case Product.OfLiveblog(var id) -> desk.find(id);
      case Product.OfArticle _, Product.OfTeaser _, Product.OfEntry _ ->
          throw new InvalidContent(List.of(ANOTHER_KIND));
    };
  }

  /**
   * Withdraws a liveblog for its provider, the rest in the same transaction; one that was never
   * public stays the draft that it is.
   */
  Commit.Result kill(Product.OfLiveblog product, String reason, Commit rest) {
    var liveblog = desk.find(product.id());
    try {
      if (liveblog.head().retraction() != null || liveblog.head().status() == LiveblogStatus.DRAFT)
        return writing.documents().commit(rest);
      desk.kill(liveblog, reason, _ -> rest);
      return Commit.Result.DONE;
    } catch (Overtaken | StaleRevision | Conflict _) {
      return Commit.Result.DOCUMENT_CHANGED;
    }
  }
}
