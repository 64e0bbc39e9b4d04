package extrablatt.domain.articles;

import org.jspecify.annotations.Nullable;

/** A pointer to something else worth reading, by address or by article id. */
public record Related(
    @Nullable String rel, @Nullable String url, @Nullable String id, @Nullable String title) {}
