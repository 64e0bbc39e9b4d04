package extrablatt.domain.liveblogs;

import java.time.Duration;
import java.util.Set;

/** What a liveblog is doing; as a draft it is not public. */
public enum LiveblogStatus {
  DRAFT,
  UPCOMING,
  LIVE,
  PAUSED,
  ENDED;

  /** Whether the newsroom may turn it into that. */
  public boolean canBecome(LiveblogStatus next) {
    return switch (this) {
      case DRAFT -> Set.of(UPCOMING, LIVE).contains(next);
      case UPCOMING -> next == LIVE;
      case LIVE -> Set.of(PAUSED, ENDED).contains(next);
      case PAUSED -> Set.of(LIVE, ENDED).contains(next);
      case ENDED -> next == LIVE;
    };
  }

  /** How long a reader at the head waits before asking again. */
  public Duration pollAfter() {
    return Duration.ofSeconds(
        switch (this) {
          case LIVE -> 5;
          case PAUSED -> 30;
          case DRAFT, UPCOMING -> 60;
          case ENDED -> 300;
        });
  }
}
