package extrablatt.domain.ingest;

import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.ingest.Destination.Delivered;
import java.util.List;
import java.util.Set;

/**
 * Takes in what is dropped. Every object version gets exactly one receipt, however often it is
 * delivered; the commit point is one transaction, which also writes the receipt.
 */
public final class Ingest {
  /** The largest document that is taken in, in bytes. */
  public static final long LARGEST = 10 * 1024 * 1024;

  private static final Set<Outcome> TAKEN =
      Set.of(Outcome.ACCEPTED, Outcome.UPDATED, Outcome.WITHDRAWN);

  private final IngestStores stores;
  private final ReceiptForms forms;
  private final Destination destination;

  private Ingest(IngestStores stores, ReceiptForms forms, Destination destination) {
    this.stores = stores;
    this.forms = forms;
    this.destination = destination;
  }

  /** Takes in articles. */
  public static Ingest ofArticles(
      ArticleDesk desk,
      DocumentReader reader,
      IngestStores stores,
      ReceiptForms forms,
      DeliveredArticles articles) {
    return new Ingest(stores, forms, new ArticleDrops(desk, reader, stores.drops(), articles));
  }

  /** Takes in entries of liveblogs. */
  public static Ingest ofEntries(
      EntryDelivery.Reader reader,
      IngestStores stores,
      ReceiptForms forms,
      DeliveredEntries entries) {
    return new Ingest(stores, forms, new EntryDrops(reader, stores.drops(), entries));
  }

  /**
   * Takes in one object version.
   *
   * @param deliveries how often it has been delivered so far, this time included
   * @param replay whether somebody asked for it again
   */
  public Receipt take(Dropped dropped, int deliveries, boolean replay) {
    var known = stores.receipts().find(dropped.receiptId()).orElse(null);
    var receipt = new ReceiptDraft(dropped, deliveries, known);
    if (known == null || known.outcome() == Outcome.FAILED) return takeNew(receipt);
    if (TAKEN.contains(known.outcome())) {
      destination.settle(known);
      return replay ? write(new ReceiptChange(known, known.lookedAtAgain())) : known;
    }
    return replay ? takeNew(receipt) : known;
  }

  private Receipt takeNew(ReceiptDraft receipt) {
    var dropped = receipt.dropped();
    var provider = destination.provider(dropped.key()).orElse(null);
    if (provider == null)
      return write(receipt.refusal(Outcome.REJECTED, problem("invalid", destination.elsewhere())));
    receipt.from(provider);
    var head = stores.drops().head(dropped.key(), dropped.version()).orElse(null);
    if (head == null) return write(receipt.refusal(Outcome.REJECTED, gone()));
    if (head.size() > LARGEST) return reject(receipt, tooLarge(head.size()));
    var bytes = stores.drops().read(dropped.key(), dropped.version()).orElse(null);
    if (bytes == null) return write(receipt.refusal(Outcome.REJECTED, gone()));
    var source = new Source(bytes, dropped.fileName(), head.contentType(), head.metadata());
    return switch (destination.deliver(receipt, source)) {
      case Delivered.Receipted(var standing) -> standing;
      case Delivered.Refused(var problem) -> reject(receipt, problem);
    };
  }

  /** Writes down that something on our side went wrong; a final receipt stays as it is. */
  public Receipt fail(Dropped dropped, int deliveries) {
    var known = stores.receipts().find(dropped.receiptId()).orElse(null);
    if (known != null && known.outcome() != Outcome.FAILED) return known;
    var receipt = new ReceiptDraft(dropped, deliveries, known);
    destination.provider(dropped.key()).ifPresent(receipt::from);
    return write(
        receipt.refusal(
            Outcome.FAILED,
            problem(
                "internal",
                "Something on our side went wrong; the document is kept and can be replayed.")));
  }

  private Receipt reject(ReceiptDraft receipt, Receipt.Problem problem) {
    var change = receipt.refusal(Outcome.REJECTED, problem);
    var dropped = receipt.dropped();
    stores
        .drops()
        .reject(
            receipt.id(),
            dropped.fileName(),
            dropped.key(),
            dropped.version(),
            forms.problem(change.after()));
    return write(change);
  }

  /**
   * Writes a receipt alone; where another delivery of the same object was faster, its receipt
   * stands.
   */
  private Receipt write(ReceiptChange change) {
    if (stores.receipts().save(change)) return change.after();
    return stores
        .receipts()
        .find(change.after().id())
        .orElseThrow(
            () -> new IllegalStateException("receipt " + change.after().id() + " has vanished"));
  }

  private static Receipt.Problem problem(String type, String detail) {
    return new Receipt.Problem(type, detail, List.of());
  }

  private static Receipt.Problem gone() {
    return problem("not-found", "The object was deleted before it could be read; drop it again.");
  }

  private static Receipt.Problem tooLarge(long size) {
    return problem(
        "too-large",
        "The document has "
            + size
            + " bytes; at most "
            + LARGEST
            + " are taken. Split it or leave media out.");
  }
}
