package extrablatt.domain.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.publishing.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The editorial state of a liveblog.
 *
 * @param version counts every accepted write but those of entries; optimistic locking compares it
 * @param content the head revision, as it is stored
 * @param savedBy who saved the head revision
 * @param origin where it came from, if ingest made it
 * @param endedAt when it ended, while it is over
 */
public record Liveblog(
    LiveblogId id,
    long version,
    int revision,
    Instant createdAt,
    @Nullable Instant endedAt,
    Bytes content,
    String savedBy,
    @Nullable Origin origin,
    LiveblogHead head) {
  /** The same with another head. */
  public Liveblog with(LiveblogHead newHead) {
    return new Liveblog(
        id, version, revision, createdAt, endedAt, content, savedBy, origin, newHead);
  }

  /** The same, written once more. */
  Liveblog again() {
    return new Liveblog(
        id, version + 1, revision, createdAt, endedAt, content, savedBy, origin, head);
  }

  /** The same, over or not. */
  Liveblog ended(@Nullable Instant at) {
    return new Liveblog(id, version, revision, createdAt, at, content, savedBy, origin, head);
  }

  /** The same with a new head revision. */
  Liveblog saying(Bytes newContent, String newSavedBy) {
    return new Liveblog(
        id, version, revision + 1, createdAt, endedAt, newContent, newSavedBy, origin, head);
  }

  /** The same, from there. */
  Liveblog from(@Nullable Origin newOrigin) {
    return new Liveblog(
        id, version, revision, createdAt, endedAt, content, savedBy, newOrigin, head);
  }
}
