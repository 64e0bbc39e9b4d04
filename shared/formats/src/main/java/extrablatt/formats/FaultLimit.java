package extrablatt.formats;

import extrablatt.domain.Fault;
import java.util.ArrayList;
import java.util.List;

/** Keeps a hostile document from being answered with a list of faults that nobody can carry. */
public final class FaultLimit {
  private static final int MOST = 500;

  private FaultLimit() {}

  /** The same faults, or the first of them and how many more there are. */
  public static List<Fault> capped(List<Fault> faults) {
    if (faults.size() <= MOST) return faults;
    var capped = new ArrayList<>(faults.subList(0, MOST));
    capped.add(Fault.at("", "and %d more faults".formatted(faults.size() - MOST)));
    return capped;
  }
}
