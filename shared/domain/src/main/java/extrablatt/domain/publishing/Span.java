package extrablatt.domain.publishing;

import extrablatt.domain.Slug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time in which one revision is what the public reads: {@code from <= now < end}. It ends when
 * the next one takes over, when the revision expires, or never.
 *
 * @param until when the next revision takes over
 * @param publishedAt the date shown, which sorts lists
 * @param updatedAt when this revision became live; later than {@code from} where it replaced a
 *     visible one at once
 */
public record Span(
    int revision,
    Instant from,
    @Nullable Instant until,
    Instant publishedAt,
    Instant updatedAt,
    @Nullable Slug slug,
    @Nullable Instant expiresAt,
    List<ListName> lists) {
  public Span {
    lists = List.copyOf(lists);
  }

  /** When it ends, by whichever comes first; absent if never. */
  public @Nullable Instant end() {
    if (until == null || (expiresAt != null && expiresAt.isBefore(until))) return expiresAt;
    return until;
  }

  /** Whether the public sees it. */
  public boolean isVisible(Instant now) {
    return hasBegun(now) && !hasEnded(now);
  }

  /** Whether it has begun, be it over or not. */
  public boolean hasBegun(Instant now) {
    return !now.isBefore(from);
  }

  /** Whether it is over. */
  public boolean hasEnded(Instant now) {
    var end = end();
    return end != null && !now.isBefore(end);
  }

  /** Whether the other is the same but for when the next revision takes over. */
  public boolean isSameButForItsEnd(Span other) {
    return closedAt(Instant.MIN).equals(other.closedAt(Instant.MIN));
  }

  /** Whether another span took over. */
  boolean isReplaced(Instant now) {
    return until != null && !now.isBefore(until);
  }

  /** The same, over at that time at the latest. */
  Span closedAt(Instant time) {
    var end = until != null && until.isBefore(time) ? until : time;
    return new Span(revision, from, end, publishedAt, updatedAt, slug, expiresAt, lists);
  }
}
