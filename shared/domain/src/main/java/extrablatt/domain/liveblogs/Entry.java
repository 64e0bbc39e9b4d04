package extrablatt.domain.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The editorial state of an entry that is not removed.
 *
 * @param version counts every accepted write; optimistic locking compares it
 * @param publishAt when a scheduled entry becomes visible, or what a draft notes of that
 * @param firstSeq the number of its first change; absent until it is published
 * @param publishedAt when it became visible
 * @param savedBy who saved the head revision
 * @param origin where it came from, if ingest made it
 * @param ownTeasers video teasers that came in with it and are public only while it is
 * @param shownTeasers video teasers that the public sees in it
 * @param content the head revision, as it is stored
 */
public record Entry(
    LiveblogId liveblog,
    EntryId id,
    long version,
    int revision,
    EntryStatus status,
    @Nullable Instant publishAt,
    @Nullable Long firstSeq,
    Instant createdAt,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    String savedBy,
    @Nullable Origin origin,
    List<TeaserId> ownTeasers,
    List<TeaserId> shownTeasers,
    Bytes content) {
  public Entry {
    ownTeasers = List.copyOf(ownTeasers);
    shownTeasers = List.copyOf(shownTeasers);
  }
}
