package extrablatt.domain.delivery;

import extrablatt.domain.Bytes;
import extrablatt.domain.liveblogs.LiveblogStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What liveblogs' readers are given; everything in it is JSON already. */
public final class LiveblogAnswers {
  private LiveblogAnswers() {}

  /** A liveblog with its newest entries and the pinned ones, and all changes up to its number. */
  public record Snapshot(Bytes liveblog, List<Bytes> entries, List<Bytes> pinned) {
    public Snapshot {
      entries = List.copyOf(entries);
      pinned = List.copyOf(pinned);
    }
  }

  /**
   * Changes after a number.
   *
   * @param hasMore whether the page ended before the log did
   */
  public record Changes(List<Bytes> rows, long headSeq, LiveblogStatus status, boolean hasMore) {
    public Changes {
      rows = List.copyOf(rows);
    }
  }

  /** Some entries, and the position after which the next page begins. */
  public record Entries(List<Bytes> items, @Nullable String next) {
    public Entries {
      items = List.copyOf(items);
    }
  }
}
