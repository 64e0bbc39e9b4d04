package extrablatt.domain.videos;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a video may be played, by ISO 3166-1 alpha-2 codes; deny wins, and an empty allow list
 * allows all.
 */
public record Countries(List<String> allow, List<String> deny) {
  /** No restriction. */
  public static final Countries EVERYWHERE = new Countries(List.of(), List.of());

  public Countries {
    allow = List.copyOf(allow);
    deny = List.copyOf(deny);
  }

  /** Whether there is any rule at all. */
  public boolean isRestricted() {
    return !allow.isEmpty() || !deny.isEmpty();
  }

  /** Whether a viewer in that country may play it; an unknown country may. */
  public boolean permits(@Nullable String country) {
    if (country == null) return true;
    return !deny.contains(country) && (allow.isEmpty() || allow.contains(country));
  }
}
