package extrablatt.domain.articles;

import extrablatt.domain.Fault;
import java.util.List;

final class ArticleRules {
  static List<Fault> faults(ArticleContent content) {
    return List.of();
  }
}
