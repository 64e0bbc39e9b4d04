package extrablatt.domain.articles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was wrong and has been put right. */
public record Correction(@Nullable Instant at, String text) {}
