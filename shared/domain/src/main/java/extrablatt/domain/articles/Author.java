package extrablatt.domain.articles;

import org.jspecify.annotations.Nullable;

/** Somebody named in the byline. */
public record Author(String name, @Nullable String role) {}
