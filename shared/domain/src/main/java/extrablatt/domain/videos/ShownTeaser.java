package extrablatt.domain.videos;

import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a teaser as the public reads it, by itself or inside another document.
 *
 * @param condition when it is shown inside the other document; absent if always
 */
public record ShownTeaser(
    TeaserId id,
    Span span,
    Instant firstPublishedAt,
    TeaserContent content,
    @Nullable Condition condition) {}
