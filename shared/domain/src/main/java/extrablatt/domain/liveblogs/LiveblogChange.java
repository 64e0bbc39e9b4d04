package extrablatt.domain.liveblogs;

import org.jspecify.annotations.Nullable;

/**
 * The change of a liveblog's editorial state.
 *
 * @param before absent if it is new
 * @param savedBy who changed it
 */
public record LiveblogChange(@Nullable Liveblog before, Liveblog after, String savedBy) {}
