package extrablatt.videos;

import extrablatt.domain.IdGenerator;
import extrablatt.domain.Pause;
import extrablatt.domain.Pauses;
import extrablatt.domain.RandomIds;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.IngestStores;
import extrablatt.domain.ingest.MediaIntake;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.media.MediaStore;
import extrablatt.domain.media.UploadStore;
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

  /** Where media ingest reads and writes. */
  record Stores(IngestStores ingest, MediaStore files, MediaLibrary library, UploadStore uploads) {}

  /** Ingest on the real stores. */
  static Ingest ingest(Storage storage) {
    var clock = Clock.systemUTC();
    var stores =
        new Stores(
            new IngestStores(
                storage.content(), storage.drops(), storage.origins(), storage.receipts()),
            storage.media(),
            storage.mediaLibrary(),
            storage.uploads());
    return ingest(stores, new RandomIds(clock), clock, Pauses.fullJitter());
  }

  static Ingest ingest(Stores stores, IdGenerator ids, Clock clock, Pause pause) {
    var json = new TeaserJson();
    var intake =
        new MediaIntake(
            stores.files(),
            stores.library(),
            stores.uploads(),
            new MediaProbe(),
            new JpegScaler(),
            new TeaserDesk(stores.ingest().content(), json, stores.library(), ids, clock),
            json,
            json::delivered);
    return Ingest.ofMedia(intake, stores.ingest(), new ReceiptJson(), clock, pause);
  }
}
