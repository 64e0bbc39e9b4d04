package extrablatt.benchmarks.liveblogs;

import java.util.Map;
import java.util.TreeMap;

/** How often what happened, by kind. */
final class Counts {
  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String kind) {
    add(kind, 1);
  }

  void add(String kind, int times) {
    counts.merge(kind, times, Integer::sum);
  }

  int of(String kind) {
    return counts.getOrDefault(kind, 0);
  }

  int sum() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  Map<String, Integer> all() {
    return Map.copyOf(counts);
  }

  /** A line for each kind. */
  String lines() {
    var lines = new StringBuilder();
    counts.forEach((kind, count) -> lines.append("  %,9d  %s%n".formatted(count, kind)));
    return lines.toString();
  }
}
