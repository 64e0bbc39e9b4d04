package extrablatt.domain.articles;

import org.jspecify.annotations.Nullable;

/** The hint at a liveblog inside an article: a known one by id or slug, or just its texts. */
public record LiveblogTeaser(
    @Nullable String id,
    @Nullable String slug,
    @Nullable String kicker,
    @Nullable String headline,
    @Nullable String summary,
    @Nullable Image image) {}
