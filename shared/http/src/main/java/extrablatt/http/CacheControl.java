package extrablatt.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long caches may keep an answer, in seconds: as fresh, and after that while they fetch it
 * anew.
 */
public record CacheControl(long maxAge, long staleWhileRevalidate) {
  /** What no cache may keep. */
  public static final String NO_STORE = "no-store";

  /** Articles, teasers and lists. */
  public static final CacheControl DOCUMENT = new CacheControl(10, 30);

  /** Liveblogs and the latest of what changed in them. */
  public static final CacheControl LIVE = new CacheControl(2, 0);

  /** A page of changes after which there are others. */
  public static final CacheControl PAST_CHANGES = new CacheControl(30, 0);

  /** What sends readers to another address. */
  public static final CacheControl REDIRECT = new CacheControl(60, 0);

  /** The longest time for which a cache may answer by itself. */
  public Duration longest() {
    return Duration.ofSeconds(maxAge + staleWhileRevalidate);
  }

  /** The same, but over at the next change at the latest. */
  public CacheControl until(Instant now, @Nullable Instant nextChange) {
    if (nextChange == null) return this;
    var left = Math.max(0, Duration.between(now, nextChange).toSeconds());
    var fresh = Math.min(maxAge, left);
    return new CacheControl(fresh, Math.min(staleWhileRevalidate, left - fresh));
  }

  /** As it stands in the header. */
  @Override
  public String toString() {
    var fresh = "max-age=" + maxAge;
    return staleWhileRevalidate == 0
        ? fresh
        : fresh + ", stale-while-revalidate=" + staleWhileRevalidate;
  }
}
