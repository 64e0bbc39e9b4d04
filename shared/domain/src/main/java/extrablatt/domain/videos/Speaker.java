package extrablatt.domain.videos;

import org.jspecify.annotations.Nullable;

/** Who speaks in a video. */
public record Speaker(String name, @Nullable String role) {}
