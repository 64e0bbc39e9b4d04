package extrablatt.domain.articles;

import extrablatt.domain.Inspection;
import java.util.List;

/** The rules for topics, authors and sources, of whichever document. */
public final class NameRules {
  /** The most sources of an article. */
  public static final int MOST_SOURCES = 20;

  private NameRules() {}

  /** Looks through topics. */
  public static void topics(Inspection inspection, List<String> topics) {
    inspection.atMost("/topics", topics, ArticleRules.MOST_TOPICS, "topics");
    for (int i = 0; i < topics.size(); i++) {
      inspection.name("/topics/" + i, topics.get(i), Inspection.LONGEST_NAME);
    }
  }

  /** Looks through authors. */
  public static void authors(Inspection inspection, List<Author> authors) {
    inspection.atMost("/authors", authors, ArticleRules.MOST_AUTHORS, "authors");
    for (int i = 0; i < authors.size(); i++) {
      var author = authors.get(i);
      inspection.name("/authors/%d/name".formatted(i), author.name(), Inspection.LONGEST_NAME);
      inspection.text("/authors/%d/role".formatted(i), author.role());
    }
  }

  /** Looks through sources. */
  public static void sources(Inspection inspection, List<String> sources) {
    inspection.atMost("/sources", sources, MOST_SOURCES, "sources");
    for (int i = 0; i < sources.size(); i++) {
      inspection.name("/sources/" + i, sources.get(i), Inspection.LONGEST_TEXT);
    }
  }
}
