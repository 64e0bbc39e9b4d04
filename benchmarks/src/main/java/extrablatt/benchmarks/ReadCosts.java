package extrablatt.benchmarks;

import extrablatt.domain.publishing.Publication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints what reads and writes cost in DynamoDB's units, among few and among many articles: {@code
 * ReadCosts [number of articles]…}, 100 and 10,000 unless told otherwise.
 */
public final class ReadCosts {
  private static final int THREADS = 4;
  private static final List<Integer> SIZES = List.of(100, 10_000);

  private final Bench bench;
  private final List<Publication> articles = new ArrayList<>();
  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

  private ReadCosts(Bench bench) {
    this.bench = bench;
  }

  public static void main(String[] arguments) {
    var sizes =
        arguments.length == 0
            ? SIZES
            : Arrays.stream(arguments).map(Integer::valueOf).sorted().toList();
    try (var bench = new Bench()) {
      new ReadCosts(bench).measure(sizes);
    }
  }

  private void measure(List<Integer> sizes) {
    for (int size : sizes) {
      grow(size);
      add(Reads.costs(bench, articles));
      add(Writes.costs(bench, size));
    }
    System.out.printf("%-46s", "");
    for (int size : sizes) System.out.printf(" | %,28d articles", size);
    System.out.printf("%n%-46s", "");
    for (int size : sizes) System.out.printf(" | %37s", "deep page: " + Reads.deepPage(size));
    System.out.printf("%n%-46s", "");
    sizes.forEach(_ ->
        System.out.printf(
            " | %8s %6s %6s %5s %8s", "requests", "read", "write", "rows", "objects"));
    System.out.printf("%n");
    costs.forEach(this::line);
  }

  private void grow(int size) {
    var missing = size - articles.size();
    var start = System.nanoTime();
    articles.addAll(bench.loader().load(articles.size(), size, THREADS));
    var seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    System.out.printf(
        "%,d articles saved and published in %.1f s by %d threads: %.0f a second%n",
        missing, seconds, THREADS, missing / seconds);
  }

  private void add(Map<String, Cost> measured) {
    measured.forEach(
        (operation, cost) -> costs.computeIfAbsent(operation, _ -> new ArrayList<>()).add(cost));
  }

  private void line(String operation, List<Cost> ofEachSize) {
    System.out.printf("%-46s", operation);
    for (var cost : ofEachSize) {
      System.out.printf(
          " | %8d %6.1f %6.1f %5d %8d",
          cost.requests(), cost.readUnits(), cost.writeUnits(), cost.rows(), cost.objects());
    }
    System.out.printf("%n");
  }
}
