package extrablatt.benchmarks;

import static extrablatt.benchmarks.Newsroom.NOW;

import extrablatt.domain.ArticleId;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleDesk.Publish;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures what each kind of write costs, the reads before its commit included. */
final class Writes {
  /** From here on, numbers of articles that are not loaded. */
  private static final int UNLOADED = 1_000_000;

  private final Tally tally;
  private final Newsroom newsroom;
  private final Deliveries deliveries;
  private final Bench bench;
  private final Map<String, Cost> costs = new LinkedHashMap<>();

  private Writes(Bench bench) {
    this.bench = bench;
    tally = bench.tally();
    newsroom = bench.newsroom();
    deliveries = new Deliveries(bench, newsroom.desk());
  }

  /** The cost of each kind of write among so many articles; no slug is taken already. */
  static Map<String, Cost> costs(Bench bench, int articles) {
    return new Writes(bench).costs(UNLOADED + 10 * articles);
  }

  private Map<String, Cost> costs(int number) {
    var first = InventedArticles.article(number);
    var second = InventedArticles.article(number + 1);
    var id = created(first);
    measure("create a draft", () -> newsroom.create(second, null));
    measure("save a draft again", () -> newsroom.save(id, second, null));
    measure("publish", () -> newsroom.publish(id, NOW));
    measure("save beside the live revision", () -> newsroom.save(id, first, null));
    measure("publish over the live revision", () -> newsroom.publish(id, NOW));
    newsroom.save(id, second, null);
    measure("schedule a replacement", () -> newsroom.publish(id, inAnHour()));
    measure("withdraw, with a replacement scheduled", () -> newsroom.withdraw(id));
    newsroom.publish(id, NOW);
    measure("withdraw", () -> newsroom.withdraw(id));
    measure("create and publish", () -> newsroom.create(InventedArticles.article(number + 2), NOW));
    measure(
        "create and publish, with 3 new video teasers",
        () -> newsroom.create(InventedArticles.articleWithVideos(number + 3, 3), NOW));
    measure("deliver by drop: new", () -> deliveries.drop(InventedArticles.article(number + 4)));
    measure(
        "deliver by drop: changed", () -> deliveries.drop(InventedArticles.article(number + 5)));
    measure(
        "deliver by drop: the same again",
        () -> deliveries.drop(InventedArticles.article(number + 5)));
    return costs;
  }

  private ArticleId created(ArticleContent content) {
    return (ArticleId) newsroom.create(content, null).publication().id();
  }

  private Publish inAnHour() {
    return new Publish(null, bench.clock().instant().plus(Duration.ofHours(1)));
  }

  private void measure(String write, Runnable operation) {
    costs.put(write, tally.of(operation));
  }
}
