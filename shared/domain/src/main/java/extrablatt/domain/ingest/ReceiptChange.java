package extrablatt.domain.ingest;

import org.jspecify.annotations.Nullable;

/** The change of a receipt; {@code before} is absent if there was none. */
public record ReceiptChange(@Nullable Receipt before, Receipt after) {}
