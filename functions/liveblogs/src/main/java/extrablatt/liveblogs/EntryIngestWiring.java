package extrablatt.liveblogs;

import extrablatt.domain.Pauses;
import extrablatt.domain.ingest.DeliveredEntries;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.IngestStores;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.ReceiptJson;
import extrablatt.storage.Storage;
import java.time.Clock;
import java.util.Map;

/** Puts the ingest of entries together. */
final class EntryIngestWiring {
  private EntryIngestWiring() {}

  /**
   * Ingest on the real stores, as the environment says.
   *
   * @throws IllegalStateException naming the variable that is missing
   */
  static Ingest ingest(Storage storage, Map<String, String> environment) {
    var stores =
        new IngestStores(storage.content(), storage.drops(), storage.origins(), storage.receipts());
    var writing =
        Wiring.writing(
            environment,
            storage.liveblogs(),
            stores.content(),
            storage.mediaLibrary(),
            Clock.systemUTC(),
            Pauses.fullJitter());
    return ingest(stores, writing);
  }

  static Ingest ingest(IngestStores stores, LiveblogWriting writing) {
    return Ingest.ofEntries(
        new EntryJson()::delivered,
        stores,
        new ReceiptJson(),
        new DeliveredEntries(writing, stores));
  }
}
