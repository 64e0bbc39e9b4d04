package extrablatt.domain;

import org.jspecify.annotations.Nullable;

/**
 * How many items of a list are wanted, and after which position; without one from the beginning.
 */
public record PageRequest(int limit, @Nullable String after) {
  public PageRequest {
    if (limit < 1) throw new IllegalArgumentException("a page holds at least one item");
  }
}
