package extrablatt.domain.push;

import extrablatt.domain.PublishingException.Busy;
import java.util.Set;

/** Makes a cache that stands before the Delivery API let go of what it holds. */
@FunctionalInterface
public interface CacheInvalidator {
  /**
   * Begins to let go of everything under these paths.
   *
   * @param reference the same for the same attempt made again
   * @throws Busy if the cache takes no such request now
   */
  void invalidate(Set<String> paths, String reference);
}
