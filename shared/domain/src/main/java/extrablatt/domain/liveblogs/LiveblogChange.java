package extrablatt.domain.liveblogs;

import org.jspecify.annotations.Nullable;

/**
 * The change of a liveblog's editorial state.
 *
 * @param before absent if it is new
 */
public record LiveblogChange(@Nullable Liveblog before, Liveblog after) {}
