package extrablatt.domain.liveblogs;

import org.jspecify.annotations.Nullable;

/**
 * The change of an entry's editorial state; without {@code before} it is new, without {@code after}
 * removed.
 *
 * @param savedBy who saved the revision that is new with it
 */
public record EntryChange(@Nullable Entry before, @Nullable Entry after, String savedBy) {}
