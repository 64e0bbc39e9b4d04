package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException.Conflict;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.PublishingException.TooLarge;
import extrablatt.domain.liveblogs.LiveblogHead;
import java.util.Optional;
import java.util.function.Supplier;

/** Entries of liveblogs that are dropped. */
final class EntryDrops implements Destination {
  private static final String FORMAT = "json";

  private final EntryDelivery.Reader reader;
  private final DroppedDocuments documents;
  private final DeliveredEntries entries;

  EntryDrops(EntryDelivery.Reader reader, DroppedDocuments documents, DeliveredEntries entries) {
    this.reader = reader;
    this.documents = documents;
    this.entries = entries;
  }

  @Override
  public Optional<String> provider(String key) {
    return EntryPlace.of(key).map(EntryPlace::provider);
  }

  @Override
  public String elsewhere() {
    return "The key is none of liveblogs/{provider}/{liveblog}/{name}.json; drop the document there.";
  }

  @Override
  public Delivered deliver(ReceiptDraft receipt) {
    return documents.read(receipt.dropped(), source -> deliver(receipt, source));
  }

  @Override
  public void reject(Dropped dropped, Bytes problem) {
    documents.reject(dropped, problem);
  }

  private Delivered deliver(ReceiptDraft receipt, Source source) {
    var place = EntryPlace.of(receipt.dropped().key()).orElseThrow();
    receipt.in(FORMAT);
    return switch (reader.read(source.bytes())) {
      case EntryDelivery.Reading.Refused(var problem, var faults) ->
          Delivered.Refused.of(problem, faults);
      case EntryDelivery.Reading.Understood(var delivery) -> {
        var head = entries.liveblog(place.liveblog()).orElse(null);
        if (head == null) yield unknown(place);
        if (head.retraction() != null) yield withdrawn(head);
        documents.keepOriginal(receipt, source);
        yield deliver(receipt, place, head, delivery);
      }
    };
  }

  private Delivered deliver(
      ReceiptDraft receipt, EntryPlace place, LiveblogHead liveblog, EntryDelivery delivery) {
    return receipted(() -> entries.deliver(receipt, place.provider(), liveblog.id(), delivery));
  }

  /** What comes of taking a liveblog or an entry. */
  static Delivered receipted(Supplier<Receipt> taking) {
    try {
      return new Delivered.Receipted(taking.get());
    } catch (InvalidContent invalid) {
      return Delivered.Refused.of("invalid", invalid.faults());
    } catch (TooLarge large) {
      return Delivered.Refused.of("too-large", message(large));
    } catch (Conflict conflict) {
      // The liveblog may have been withdrawn since.
      return Delivered.Refused.of("conflict", message(conflict));
    }
  }

  private static String message(RuntimeException refusal) {
    var message = refusal.getMessage();
    return message == null ? "It cannot be taken as things are." : message;
  }

  private static Delivered unknown(EntryPlace place) {
    return Delivered.Refused.of(
        "not-found",
        "There is no liveblog "
            + place.liveblog()
            + "; open it and replay the document, or drop it under another.");
  }

  /** Nothing of it is public and nothing will be, so an entry has nowhere to go. */
  private static Delivered withdrawn(LiveblogHead liveblog) {
    return Delivered.Refused.of(
        "withdrawn",
        "The liveblog "
            + liveblog.slug()
            + " is withdrawn, for ever; its entries stay as they are.");
  }

  /** Everything was written in one transaction. */
  @Override
  public void settle(Receipt taken) {}
}
