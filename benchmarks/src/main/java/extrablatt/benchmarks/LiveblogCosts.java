package extrablatt.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints what reads and writes of a liveblog cost in DynamoDB's units, with few and with many
 * entries: {@code LiveblogCosts [number of entries]…}, 10, 1,000 and 100,000 unless told otherwise.
 */
public final class LiveblogCosts {
  private static final List<Integer> SIZES = List.of(10, 1000, 100_000);

  private LiveblogCosts() {}

  public static void main(String[] arguments) {
    var sizes =
        arguments.length == 0
            ? SIZES
            : Arrays.stream(arguments).map(Integer::valueOf).sorted().toList();
    var costs = new LinkedHashMap<String, List<Cost>>();
    try (var bench = new Bench()) {
      for (int size : sizes)
        of(bench, size)
            .forEach((operation, cost) ->
                costs.computeIfAbsent(operation, _ -> new ArrayList<>()).add(cost));
    }
    System.out.printf("%-44s", "");
    for (int size : sizes) System.out.printf(" | %,24d entries", size);
    System.out.printf("%n%-44s", "");
    sizes.forEach(_ ->
        System.out.printf(" | %8s %6s %6s %4s %3s", "requests", "read", "write", "rows", "S3"));
    System.out.println();
    costs.forEach(LiveblogCosts::line);
  }

  /** What a liveblog with that many entries costs. */
  static Map<String, Cost> of(Bench bench, int entries) {
    var start = System.nanoTime();
    var liveblog = new LiveblogBench(bench);
    liveblog.load(entries);
    var seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    System.out.printf(
        "%,d entries posted in %.1f s: %.0f a second%n", entries, seconds, entries / seconds);
    return liveblog.costs();
  }

  private static void line(String operation, List<Cost> ofEachSize) {
    System.out.printf("%-44s", operation);
    for (var cost : ofEachSize)
      System.out.printf(
          " | %8d %6.1f %6.1f %4d %3d",
          cost.requests(), cost.readUnits(), cost.writeUnits(), cost.rows(), cost.objects());
    System.out.println();
  }
}
