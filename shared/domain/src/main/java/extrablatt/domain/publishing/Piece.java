package extrablatt.domain.publishing;

import extrablatt.domain.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A run of a rendered document's bytes, and the condition under which it is shown; without one it
 * always is.
 */
public record Piece(Bytes bytes, @Nullable Condition condition) {}
