package extrablatt.domain.ingest;

import extrablatt.domain.Fault;
import extrablatt.domain.Pause;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.ingest.Destination.Delivered;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what is dropped. Every object version gets exactly one receipt, however often it is
 * delivered; the commit point is one transaction, which also writes the receipt.
 */
public final class Ingest {
  /** The largest document that is taken in, in bytes. */
  public static final long LARGEST = DroppedDocuments.LARGEST;

  private static final int MOST_WARNINGS = 200;

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

  /** Takes in articles, and video items and liveblogs by themselves. */
  public static Ingest ofArticles(
      ArticleDesk desk,
      DocumentReader reader,
      IngestStores stores,
      ReceiptForms forms,
      DeliveredArticles articles,
      DeliveredTeasers teasers,
      DeliveredLiveblogs liveblogs,
      Enclosures enclosures) {
    var documents = new DroppedDocuments(stores.drops());
    return new Ingest(
        stores,
        forms,
        new ArticleDrops(
            desk, reader, documents, articles, teasers, liveblogs, enclosures, stores.receipts()));
  }

  /** Takes in entries of liveblogs. */
  public static Ingest ofEntries(
      EntryDelivery.Reader reader,
      IngestStores stores,
      ReceiptForms forms,
      DeliveredEntries entries) {
    var documents = new DroppedDocuments(stores.drops());
    return new Ingest(stores, forms, new EntryDrops(reader, documents, entries));
  }

  /** Takes in media files. */
  public static Ingest ofMedia(
      MediaIntake intake, IngestStores stores, ReceiptForms forms, Clock clock, Pause pause) {
    var tries = new OriginTries(stores, pause);
    var delivered =
        new DeliveredMedia(
            intake.desk(), intake.forms(), forms, intake.library(), stores, clock, tries);
    return new Ingest(stores, forms, new MediaDrops(intake, stores, delivered));
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
    return switch (destination.deliver(receipt)) {
      case Delivered.Receipted(var standing) -> standing;
      case Delivered.Several(var members, var warnings) -> whole(receipt, members, warnings);
      case Delivered.Refused(var problem, var product) -> reject(receipt, problem, product);
      case Delivered.Gone _ -> write(receipt.refusal(Outcome.REJECTED, gone()));
    };
  }

  /** Of several documents each says what became of it, and those that were refused are told. */
  private Receipt whole(ReceiptDraft receipt, List<Receipt> members, List<String> warnings) {
    warnings.forEach(receipt::warn);
    told(members).forEach(receipt::warn);
    var refused = members.stream().filter(member -> member.problem() != null).toList();
    if (refused.isEmpty()) return write(receipt.whole(lines(members), null));
    var faults = new ArrayList<Fault>();
    for (var member : refused)
      for (var fault : member.line().faults())
        faults.add(new Fault(fault.place(), member.guid() + ": " + fault.detail()));
    var told = "%d of %d documents were not taken.".formatted(refused.size(), members.size());
    var change = receipt.whole(lines(members), new Receipt.Problem("invalid", told, faults));
    destination.reject(receipt.dropped(), forms.problem(change.after()));
    return write(change);
  }

  /** What the receipts of several documents warn of, as far as one receipt can hold it. */
  private static List<String> told(List<Receipt> members) {
    var all =
        members.stream()
            .flatMap(
                member -> member.warnings().stream().map(warning -> member.guid() + ": " + warning))
            .toList();
    if (all.size() <= MOST_WARNINGS) return all;
    var told = new ArrayList<>(all.subList(0, MOST_WARNINGS));
    told.add("and %d warnings more".formatted(all.size() - MOST_WARNINGS));
    return told;
  }

  private static List<Receipt.Line> lines(List<Receipt> members) {
    return members.stream().map(Receipt::line).toList();
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
                "Something on our side went wrong; the document is kept and can be replayed."),
            destination.meantFor(dropped.key()).orElse(null)));
  }

  private Receipt reject(ReceiptDraft receipt, Receipt.Problem problem, @Nullable Product product) {
    var change = receipt.refusal(Outcome.REJECTED, problem, product);
    destination.reject(receipt.dropped(), forms.problem(change.after()));
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
}
