package extrablatt.domain.liveblogs;

import java.time.Instant;

/** Which row of the log holds a text, and whether it is that of a pin. */
public record TextRow(long seq, Instant at, boolean isPin) {}
