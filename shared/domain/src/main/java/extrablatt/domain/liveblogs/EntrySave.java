package extrablatt.domain.liveblogs;

import extrablatt.domain.publishing.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of an entry: what it says, and whether the public may read it, at once or
 * from a time on.
 *
 * @param origin where it comes from, if it was delivered
 */
public record EntrySave(
    EntryContent content,
    EntryStatus status,
    @Nullable Instant publishAt,
    @Nullable Origin origin) {
  /** What an editor wants. */
  public EntrySave(EntryContent content, EntryStatus status, @Nullable Instant publishAt) {
    this(content, status, publishAt, null);
  }

  /** The same, delivered. */
  public EntrySave from(Origin newOrigin) {
    return new EntrySave(content, status, publishAt, newOrigin);
  }

  /** What becomes of it now: a time that is past counts as none. */
  EntryStatus statusAt(Instant now) {
    if (status == EntryStatus.DRAFT) return EntryStatus.DRAFT;
    return publishAt != null && publishAt.isAfter(now)
        ? EntryStatus.SCHEDULED
        : EntryStatus.PUBLISHED;
  }

  /** When it becomes visible, or what a draft notes of that; absent once it is. */
  @Nullable Instant publishAtOf(EntryStatus then) {
    return then == EntryStatus.PUBLISHED ? null : publishAt;
  }
}
