package extrablatt.domain.ingest;

import extrablatt.domain.Caller;
import extrablatt.domain.Fault;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what is dropped for articles. Every object version gets exactly one receipt, however
 * often it is delivered; the commit point is one transaction, which also writes the receipt.
 */
public final class ArticleIngest {
  /** The largest document that is taken in, in bytes. */
  public static final long LARGEST = 10 * 1024 * 1024;

  private static final Set<Outcome> TAKEN =
      Set.of(Outcome.ACCEPTED, Outcome.UPDATED, Outcome.WITHDRAWN);

  private final ArticleDesk desk;
  private final DocumentReader reader;
  private final IngestStores stores;
  private final ReceiptForms forms;
  private final DeliveredArticles articles;

  public ArticleIngest(
      ArticleDesk desk,
      DocumentReader reader,
      IngestStores stores,
      ReceiptForms forms,
      DeliveredArticles articles) {
    this.desk = desk;
    this.reader = reader;
    this.stores = stores;
    this.forms = forms;
    this.articles = articles;
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
      if (known.article() != null) desk.settle(known.article(), caller(known.provider()));
      return replay ? write(new ReceiptChange(known, known.lookedAtAgain())) : known;
    }
    return replay ? takeNew(receipt) : known;
  }

  private Receipt takeNew(ReceiptDraft receipt) {
    var dropped = receipt.dropped();
    var place = DropPlace.of(dropped.key()).orElse(null);
    if (place == null) {
      return write(
          receipt.refusal(
              Outcome.REJECTED,
              problem(
                  "invalid",
                  "The key stands outside publish/{provider}/ and drafts/{provider}/; drop the document there.")));
    }
    receipt.from(place.provider());
    var head = stores.drops().head(dropped.key(), dropped.version()).orElse(null);
    if (head == null) return write(receipt.refusal(Outcome.REJECTED, gone()));
    if (head.size() > LARGEST) return reject(receipt, tooLarge(head.size()));
    var bytes = stores.drops().read(dropped.key(), dropped.version()).orElse(null);
    if (bytes == null) return write(receipt.refusal(Outcome.REJECTED, gone()));
    var source = new Source(bytes, dropped.fileName(), head.contentType(), head.metadata());
    return switch (reader.read(source)) {
      case Reading.Refused refused ->
          reject(
              receipt.in(refused.format()),
              new Receipt.Problem(refused.problem(), summary(refused.faults()), refused.faults()));
      case Reading.Understood understood -> {
        stores.drops().keepOriginal(receipt.id(), dropped.fileName(), source);
        yield deliver(receipt.in(understood.format()), place, understood);
      }
    };
  }

  private Receipt deliver(ReceiptDraft receipt, DropPlace place, Reading.Understood understood) {
    var document = understood.document();
    var guid = document.guid() == null ? receipt.dropped().key() : document.guid();
    receipt.of(guid, document.warnings());
    try {
      return switch (document.instruction()) {
        case Instruction.Save save ->
            articles.save(receipt, place, guid, understood, save.content());
        case Instruction.Kill kill -> articles.kill(receipt, place, guid, document, kill.reason());
      };
    } catch (InvalidContent invalid) {
      return reject(
          receipt, new Receipt.Problem("invalid", summary(invalid.faults()), invalid.faults()));
    }
  }

  /** Writes down that something on our side went wrong; a final receipt stays as it is. */
  public Receipt fail(Dropped dropped, int deliveries) {
    var known = stores.receipts().find(dropped.receiptId()).orElse(null);
    if (known != null && known.outcome() != Outcome.FAILED) return known;
    var receipt = new ReceiptDraft(dropped, deliveries, known);
    DropPlace.of(dropped.key()).ifPresent(place -> receipt.from(place.provider()));
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

  static Caller caller(@Nullable String provider) {
    return new Caller("ingest:" + (provider == null ? "unknown" : provider));
  }

  private static String summary(List<Fault> faults) {
    return faults.size() == 1
        ? faults.getFirst().detail()
        : "The document has " + faults.size() + " faults.";
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
