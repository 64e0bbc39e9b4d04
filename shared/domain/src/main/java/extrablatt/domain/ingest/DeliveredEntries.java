package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.PublishingException.Conflict;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.PublishingException.StaleRevision;
import extrablatt.domain.Slug;
import extrablatt.domain.Ulids;
import extrablatt.domain.ingest.EntryDelivery.Instruction;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.liveblogs.Entry;
import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.EntryPosting;
import extrablatt.domain.liveblogs.EntrySave;
import extrablatt.domain.liveblogs.EntryStatus;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.liveblogs.Overtaken;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries of deliveries, so that the end state depends on the set of deliveries and never on
 * their order: the content is that of the newest delivery (of two with one version, that with the
 * smaller hash). What was removed, by its provider or by an editor, stays removed: no later
 * delivery brings it back.
 */
public final class DeliveredEntries {
  private static final String FORMAT = "json";
  private static final String KILLED =
      "Its provider has withdrawn the entry, so it is not shown again.";
  private static final String REMOVED =
      "An editor has removed the entry, so it is not shown again.";

  private final LiveblogWriting writing;
  private final EntryDesk desk;
  private final EntryPosting posting;
  private final OriginTries tries;
  private final OriginSaves saves;
  private final OriginKills kills;
  private final IngestStores stores;

  public DeliveredEntries(LiveblogWriting writing, IngestStores stores) {
    this.writing = writing;
    this.desk = new EntryDesk(writing);
    this.posting = new EntryPosting(writing);
    this.stores = stores;
    this.tries = new OriginTries(stores, writing.pause());
    this.saves = new OriginSaves(tries);
    this.kills = new OriginKills(tries);
  }

  /** A delivery with all that is known of it. */
  private record Parcel(OriginId id, Caller caller, EntrySave save, Delivery delivery) {}

  /** The liveblog of an id or a slug; also one that is not public. */
  Optional<LiveblogHead> liveblog(String idOrSlug) {
    if (Ulids.isUlid(idOrSlug)) return writing.store().head(new LiveblogId(idOrSlug));
    if (!Slug.isSlug(idOrSlug)) return Optional.empty();
    return writing.store().bySlug(new Slug(idOrSlug)).flatMap(writing.store()::head);
  }

  /**
   * Takes in a document.
   *
   * @throws InvalidContent naming every fault
   * @throws Conflict if a published entry shall be none, or the liveblog is withdrawn
   */
  Receipt deliver(
      ReceiptDraft receipt, String provider, LiveblogId liveblog, EntryDelivery document) {
    var dropped = receipt.dropped();
    var guid = document.guid() == null ? dropped.key() : document.guid();
    receipt.of(guid, List.of());
    var id = OriginId.ofEntry(provider, guid, liveblog);
    var order = new Order(document.version(), dropped.sequencer());
    return switch (document.instruction()) {
      case Instruction.Save(var save) -> {
        var origin =
            new Origin(provider, guid, document.version(), FORMAT, receipt.publicId(), Map.of());
        yield save(receipt, id, order, save.from(origin), hash(save));
      }
      case Instruction.Kill(var reason) -> {
        var kill = new Delivery(order, Bytes.utf8(reason).hash(), receipt.id(), reason);
        yield kills.kill(receipt, id, kill, new Removal());
      }
    };
  }

  /**
   * Takes in an entry that came with its liveblog.
   *
   * @throws InvalidContent naming every fault
   * @throws Conflict if a published entry shall be none, or the liveblog is withdrawn
   */
  Receipt save(
      ReceiptDraft receipt,
      LiveblogHead liveblog,
      OriginId id,
      Reading.Understood understood,
      EntryContent content,
      boolean publishes) {
    var document = understood.document();
    var order = new Order(document.version(), receipt.dropped().sequencer());
    // In a draft of a liveblog nobody sees them, and whoever opens it wants to show them.
    var isShown = publishes || liveblog.status() == LiveblogStatus.DRAFT;
    var status = isShown ? EntryStatus.PUBLISHED : EntryStatus.DRAFT;
    var origin = receipt.origin(id.provider(), id.guid(), understood);
    var save = new EntrySave(content, status, document.publishAt(), origin);
    return save(receipt, id, order, save, hash(document, content, publishes));
  }

  /**
   * Whether the last delivery of an entry that comes with its liveblog said the same.
   *
   * @param publishes whether it shall be public
   */
  boolean isKnown(
      @Nullable OriginRecord origin,
      Reading.Understood understood,
      EntryContent content,
      boolean publishes) {
    var last = origin == null ? null : origin.last();
    return last != null && last.hash().equals(hash(understood.document(), content, publishes));
  }

  private Receipt save(
      ReceiptDraft receipt, OriginId id, Order order, EntrySave save, String hash) {
    var delivery = new Delivery(order, hash, receipt.id(), null);
    var parcel = new Parcel(id, Destination.caller(id.provider()), save, delivery);
    return saves.save(receipt, id, delivery, record -> taken(receipt, record, parcel));
  }

  /** The hash of what it says and what shall be public of it. */
  private String hash(EntrySave save) {
    var content = writing.entryForms().stored(save.content()).text();
    return Bytes.utf8(content + "\n" + save.status() + " " + save.publishAt()).hash();
  }

  /** The same of one that comes with its liveblog, whatever that is doing by then. */
  private String hash(IncomingDocument document, EntryContent content, boolean publishes) {
    var said = writing.entryForms().stored(content).text();
    var shown = publishes + " " + document.publishAt() + " " + document.extra();
    return Bytes.utf8(said + "\n" + shown).hash();
  }

  private @Nullable Receipt taken(
      ReceiptDraft receipt, @Nullable OriginRecord origin, Parcel parcel) {
    var product = origin == null ? null : origin.product();
    var kill = origin == null ? null : origin.kill();
    if (kill != null) {
      receipt.warn(KILLED);
      var isOlder = parcel.delivery().isOlderThan(kill);
      var outcome = isOlder ? Outcome.STALE : Outcome.WITHDRAWN;
      return tries.buried(receipt, origin, parcel.id(), parcel.delivery(), outcome);
    }
    var current = product == null ? null : entry(product).orElse(null);
    if (product != null && current == null) {
      receipt.warn(REMOVED);
      return tries.buried(receipt, origin, parcel.id(), parcel.delivery(), Outcome.WITHDRAWN);
    }
    try {
      return current == null
          ? posted(receipt, origin, parcel)
          : saved(receipt, origin, parcel, current);
    } catch (Overtaken | StaleRevision | NotFound _) {
      return tries.ofAnother(receipt.id());
    } catch (InvalidContent | Conflict refused) {
      if (tries.isOutdated(origin, parcel.id())) return null;
      throw refused;
    }
  }

  private Receipt posted(ReceiptDraft receipt, @Nullable OriginRecord origin, Parcel parcel) {
    var liveblog = liveblog(parcel.id());
    var view =
        posting.post(
            liveblog,
            parcel.save(),
            parcel.caller(),
            posted ->
                counted(
                    origin,
                    parcel,
                    product(posted.entry()),
                    change(receipt, Outcome.ACCEPTED, posted.entry())));
    return change(receipt, Outcome.ACCEPTED, view.entry()).after();
  }

  private @Nullable Receipt saved(
      ReceiptDraft receipt, @Nullable OriginRecord origin, Parcel parcel, Entry current) {
    if (!current.savedBy().equals(parcel.caller().name()))
      receipt.warn(
          "It stands over revision "
              + current.revision()
              + ", which "
              + current.savedBy()
              + " saved.");
    var product = product(current);
    var view =
        desk.save(
            current,
            parcel.save(),
            parcel.caller(),
            saved ->
                counted(origin, parcel, product, change(receipt, Outcome.UPDATED, saved.entry())));
    var change = change(receipt, Outcome.UPDATED, view.entry());
    var isWritten = view.entry().version() != current.version();
    return isWritten
        ? change.after()
        : tries.written(change, counted(origin, parcel, product, change));
  }

  private Commit counted(
      @Nullable OriginRecord origin,
      Parcel parcel,
      @Nullable Product product,
      ReceiptChange change) {
    return tries.counted(origin, parcel.id(), parcel.delivery(), product, change);
  }

  private static ReceiptChange change(ReceiptDraft receipt, Outcome outcome, Entry entry) {
    return receipt.outcome(outcome, product(entry), entry.revision());
  }

  private static Product product(Entry entry) {
    return new Product.OfEntry(entry.liveblog(), entry.id());
  }

  private Optional<Entry> entry(Product product) {
    return switch (product) {
      case Product.OfEntry(LiveblogId liveblog, EntryId id) -> writing.store().entry(liveblog, id);
      case Product.OfArticle _, Product.OfTeaser _, Product.OfLiveblog _ ->
          throw new IllegalStateException("the origin of an entry became " + product);
    };
  }

  private static LiveblogId liveblog(OriginId id) {
    var liveblog = id.liveblog();
    if (liveblog == null) throw new IllegalStateException("an entry belongs to a liveblog");
    return liveblog;
  }

  /** Removes an entry. */
  private final class Removal implements OriginKills.Target {
    /** What is removed does not come back. */
    @Override
    public boolean isBack(Product product) {
      return false;
    }

    @Override
    public Commit.Result kill(Product product, String reason, Commit rest) {
      var current = entry(product).orElse(null);
      if (current == null) return stores.content().commit(rest);
      try {
        desk.remove(current, _ -> rest);
        return Commit.Result.DONE;
      } catch (Overtaken | StaleRevision | NotFound _) {
        return Commit.Result.DOCUMENT_CHANGED;
      }
    }
  }
}
