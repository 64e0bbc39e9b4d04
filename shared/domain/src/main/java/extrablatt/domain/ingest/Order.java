package extrablatt.domain.ingest;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which of two deliveries of an origin is the newer: by the provider's version; without one, by the
 * sequencer of the store that it was dropped into. A delivery with a version counts as newer than
 * one without.
 *
 * @param sequencer hexadecimal digits; the shorter counts as if padded with zeros on the left,
 *     empty if unknown
 */
public record Order(@Nullable Long version, String sequencer) implements Comparable<Order> {
  private static final Comparator<String> HEXADECIMAL =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  public Order {
    sequencer = sequencer.replaceFirst("^0+", "");
  }

  @Override
  public int compareTo(Order other) {
    if (version != null && other.version != null) return Long.compare(version, other.version);
    if (version != null) return 1;
    if (other.version != null) return -1;
    return HEXADECIMAL.compare(sequencer, other.sequencer);
  }

  /** Whether neither is newer. */
  public boolean isSameAs(Order other) {
    return compareTo(other) == 0;
  }
}
