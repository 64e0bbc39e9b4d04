package extrablatt.videos;

import extrablatt.domain.Pauses;
import extrablatt.domain.RandomIds;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.IngestStores;
import extrablatt.domain.ingest.MediaIntake;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.formats.json.ReceiptJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.media.JpegScaler;
import extrablatt.media.MediaProbe;
import extrablatt.storage.Storage;
import java.time.Clock;

/** Puts the ingest of media files together. */
final class MediaIngestWiring {
  private MediaIngestWiring() {}

  /** Ingest on the real stores. */
  static Ingest ingest(Storage storage) {
    var stores =
        new IngestStores(storage.content(), storage.drops(), storage.origins(), storage.receipts());
    var clock = Clock.systemUTC();
    var json = new TeaserJson();
    var intake =
        new MediaIntake(
            storage.media(),
            storage.mediaLibrary(),
            storage.uploads(),
            new MediaProbe(),
            new JpegScaler(),
            new TeaserDesk(stores.content(), json, new RandomIds(clock), clock),
            json,
            json::delivered);
    return Ingest.ofMedia(intake, stores, new ReceiptJson(), clock, Pauses.fullJitter());
  }
}
