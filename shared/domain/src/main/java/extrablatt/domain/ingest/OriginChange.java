package extrablatt.domain.ingest;

import org.jspecify.annotations.Nullable;

/** The change of an origin's record; {@code before} is absent if there was none. */
public record OriginChange(@Nullable OriginRecord before, OriginRecord after) {}
