package extrablatt.domain.liveblogs;

import org.jspecify.annotations.Nullable;

/**
 * The change of an entry's editorial state; without {@code before} it is new, without {@code after}
 * removed.
 */
public record EntryChange(@Nullable Entry before, @Nullable Entry after) {}
