package extrablatt.benchmarks.liveblogs;

import java.util.ArrayList;
import java.util.List;

/** What was found to be wrong. */
final class Findings {
  private static final int MOST = 50;
  private static final int LONGEST = 400;

  private final List<String> found = new ArrayList<>();
  private int more;

  void add(String finding) {
    if (found.size() < MOST) found.add(finding.substring(0, Math.min(finding.length(), LONGEST)));
    else more++;
  }

  void unless(boolean right, String finding) {
    if (!right) add(finding);
  }

  List<String> all() {
    var all = new ArrayList<>(found);
    if (more > 0) all.add("and " + more + " more");
    return List.copyOf(all);
  }
}
