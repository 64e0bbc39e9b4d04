package extrablatt.formats.json;

import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The faults of one document: at most one for each place, the first found. */
final class Findings {
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> pointers = new HashSet<>();

  void add(String pointer, String detail) {
    if (pointers.add(pointer)) faults.add(Fault.at(pointer, detail));
  }

  /**
   * Adds what the rules complain of. Where reading failed they saw a placeholder: what they say of
   * that place, or of what lies below it, means nothing.
   */
  void addFromRules(List<Fault> more) {
    var unreadable = Set.copyOf(pointers);
    for (var fault : more) {
      if (!(fault.place() instanceof Place.Pointer(var pointer))) continue;
      if (!isAtOrBelow(unreadable, pointer)) add(pointer, fault.detail());
    }
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  private static boolean isAtOrBelow(Set<String> places, String pointer) {
    var place = pointer;
    while (!places.contains(place)) {
      if (place.isEmpty()) return false;
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return true;
  }
}
