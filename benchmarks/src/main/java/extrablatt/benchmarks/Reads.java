package extrablatt.benchmarks;

import extrablatt.domain.ArticleId;
import extrablatt.domain.PageRequest;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.delivery.Found;
import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Publication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures what each kind of read costs, by the code that answers it. */
final class Reads {
  private static final ListName NEWEST = new ListName.Newest();
  private static final int PAGE = 20;
  private static final int DEEPEST_PAGE = 400;

  private final Tally tally;
  private final Kiosk kiosk;
  private final ArticleDesk desk;
  private final Map<String, Cost> costs = new LinkedHashMap<>();

  private Reads(Bench bench) {
    tally = bench.tally();
    kiosk = bench.kiosk();
    desk = bench.newsroom().desk();
  }

  /** The cost of each kind of read, with these articles published; every page of a list is full. */
  static Map<String, Cost> costs(Bench bench, List<Publication> articles) {
    return new Reads(bench).costs(articles.get(articles.size() / 2), deepPage(articles.size()));
  }

  /** The number of the page that is read deep inside the list of so many articles. */
  static int deepPage(int articles) {
    return Math.min(DEEPEST_PAGE, articles / PAGE - 1);
  }

  private Map<String, Cost> costs(Publication article, int deepPage) {
    var id = (ArticleId) article.id();
    var deep = cursorBefore(deepPage);
    measure("article by id", () -> show(id.value()));
    measure("article by slug", () -> show(String.valueOf(article.slug())));
    measure("newest, first page of 20", () -> list(NEWEST, PAGE, null));
    measure("newest, deep page of 20 by cursor", () -> list(NEWEST, PAGE, deep));
    measure("newest, first page of 100", () -> list(NEWEST, 100, null));
    measure("section, first page of 20", () -> list(section(), PAGE, null));
    measure("topic, first page of 20", () -> list(topic(), PAGE, null));
    measure("author, first page of 20", () -> list(author(), PAGE, null));
    measure("newsroom: article", () -> desk.view(desk.find(id)));
    measure("newsroom: list, page of 20", () -> desk.list(new PageRequest(PAGE, null)));
    measure("newsroom: revisions", () -> desk.revisions(id, new PageRequest(PAGE, null)));
    return costs;
  }

  private void measure(String read, Runnable operation) {
    costs.put(read, tally.of(operation));
  }

  private void show(String idOrSlug) {
    var found = kiosk.article(idOrSlug, null);
    if (!(found instanceof Found.Stored))
      throw new IllegalStateException(idOrSlug + " is not there: " + found);
  }

  private @Nullable String list(ListName list, int limit, @Nullable String after) {
    var page = kiosk.list(list, new PageRequest(limit, after), null).page();
    if (page.items().size() != limit)
      throw new IllegalStateException(list + " is short: " + page.items().size());
    return page.next();
  }

  /** Where the page with that number begins, found as readers do: page by page. */
  private @Nullable String cursorBefore(int page) {
    String cursor = null;
    for (int read = 1; read < page; read++) cursor = list(NEWEST, PAGE, cursor);
    return cursor;
  }

  private static ListName section() {
    return new ListName.Section(InventedArticles.section(0));
  }

  private static ListName topic() {
    return new ListName.Topic(InventedArticles.topic(0));
  }

  private static ListName author() {
    return new ListName.ByAuthor(InventedArticles.author(0));
  }
}
