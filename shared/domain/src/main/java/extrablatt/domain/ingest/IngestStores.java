package extrablatt.domain.ingest;

import extrablatt.domain.publishing.ContentStore;

/** Where ingest reads and writes. */
public record IngestStores(
    ContentStore content, DropStore drops, OriginStore origins, ReceiptStore receipts) {}
