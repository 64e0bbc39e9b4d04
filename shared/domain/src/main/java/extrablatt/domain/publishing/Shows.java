package extrablatt.domain.publishing;

import extrablatt.domain.DocumentId;
import extrablatt.domain.LiveblogId;
import java.util.Map;
import java.util.Set;

/**
 * What else a document shows.
 *
 * @param rendered the documents that are rendered into it now, and the version that they had: they
 *     have to stand so when the document is written
 * @param added liveblogs that it has not shown so far
 * @param dropped liveblogs that it shows no longer
 */
public record Shows(
    Map<DocumentId, Long> rendered, Set<LiveblogId> added, Set<LiveblogId> dropped) {
  /** Nothing is concerned. */
  public static final Shows NOTHING = new Shows(Map.of(), Set.of(), Set.of());

  public Shows {
    rendered = Map.copyOf(rendered);
    added = Set.copyOf(added);
    dropped = Set.copyOf(dropped);
  }
}
