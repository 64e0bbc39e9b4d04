package extrablatt.testing;

import extrablatt.domain.delivery.PublicStore;
import extrablatt.domain.ingest.OriginStore;
import extrablatt.domain.ingest.ReceiptStore;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.IdempotencyStore;

/** Stores that write in one transaction what one commit holds. */
public record Stores(
    ContentStore content,
    PublicStore publicDocuments,
    OriginStore origins,
    ReceiptStore receipts,
    IdempotencyStore idempotency,
    MediaLibrary media) {}
