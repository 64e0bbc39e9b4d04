package extrablatt.domain.publishing;

import org.jspecify.annotations.Nullable;

/** Where a document came from, as its newsroom form shows it. */
public record Origin(
    String provider,
    String guid,
    @Nullable Long version,
    String format,
    @Nullable String receiptId) {}
