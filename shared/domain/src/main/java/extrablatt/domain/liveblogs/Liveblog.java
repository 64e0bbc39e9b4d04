package extrablatt.domain.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.LiveblogId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The editorial state of a liveblog.
 *
 * @param version counts every accepted write but those of entries; optimistic locking compares it
 * @param content the head revision, as it is stored
 * @param endedAt when it ended, while it is over
 */
public record Liveblog(
    LiveblogId id,
    long version,
    int revision,
    Instant createdAt,
    @Nullable Instant endedAt,
    Bytes content,
    LiveblogHead head) {}
