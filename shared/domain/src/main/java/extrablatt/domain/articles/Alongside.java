package extrablatt.domain.articles;

import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import java.util.List;

/** What is written in the same transaction as a change of an article: a receipt, a kept answer. */
@FunctionalInterface
public interface Alongside {
  /** Nothing else. */
  Alongside NOTHING = (changes, after) -> new Commit(changes, null, List.of(), null);

  /** The whole commit, given the changes and what will stand once they are written. */
  Commit commit(List<Change> changes, ArticleView after);
}
