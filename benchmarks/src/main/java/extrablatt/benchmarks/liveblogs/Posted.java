package extrablatt.benchmarks.liveblogs;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What editors were told of an entry that one of them posted. Its mark stands in each of its texts,
 * and each text has a mark of its own.
 */
final class Posted {
  private final String mark;
  private @Nullable String id;
  private boolean removalTried;
  private boolean isRemoved;
  private final TreeMap<Long, String> textByRevision = new TreeMap<>();
  private final TreeMap<Long, Boolean> pinnedBySeq = new TreeMap<>();

  Posted(String mark) {
    this.mark = mark;
  }

  String mark() {
    return mark;
  }

  /** Its id, once the post is acknowledged. */
  @Nullable String id() {
    return id;
  }

  void acknowledged(String newId) {
    id = newId;
  }

  /** That revision was acknowledged with that text. */
  void says(long revision, String textMark) {
    textByRevision.put(revision, textMark);
  }

  /** The latest acknowledged revision and its text. */
  NavigableMap<Long, String> texts() {
    return textByRevision;
  }

  /** A change with that number left it pinned or not. */
  void pinned(long seq, boolean pinned) {
    pinnedBySeq.put(seq, pinned);
  }

  NavigableMap<Long, Boolean> pins() {
    return pinnedBySeq;
  }

  boolean isBelievedPinned() {
    return !pinnedBySeq.isEmpty() && pinnedBySeq.lastEntry().getValue();
  }

  void removing() {
    removalTried = true;
  }

  /** Whether somebody has begun to remove it. */
  boolean removalTried() {
    return removalTried;
  }

  void removed() {
    isRemoved = true;
  }

  /** Whether a removal was acknowledged. */
  boolean isRemoved() {
    return isRemoved;
  }
}
