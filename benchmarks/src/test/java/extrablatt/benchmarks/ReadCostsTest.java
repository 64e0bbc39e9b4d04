package extrablatt.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReadCostsTest {
  private static final int THREADS = 4;

  @Test
  void everyReadCostsTheSameAmongAHundredAndAmongAThousandArticles() {
    try (var bench = new Bench()) {
      var articles = bench.loader().load(0, 101, THREADS);
      var amongFew = Reads.costs(bench, articles);
      articles.addAll(bench.loader().load(101, 1000, THREADS));
      var amongMany = Reads.costs(bench, articles);

      assertThat(amongMany).isEqualTo(amongFew);
    }
  }
}
